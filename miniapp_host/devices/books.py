"""The books of the pretend phone: what each keeps, and what a new phone has in it, all made up."""

from dataclasses import dataclass

from miniapp_host.devices.book import Book, BookKind, Line
from miniapp_host.devices.preferences import Preferences
from miniapp_host.texts import Text

ADDRESSES = BookKind(
    key="addresses",
    title=Text("Delivery addresses", "收货地址"),
    new=Text("New address", "新增地址"),
    lines=(
        Line("userName", Text("Name", "收货人"), example=Text("Zhang San", "张三")),
        Line(
            "telNumber", Text("Telephone", "手机号码"), example=Text("13800138000", "13800138000")
        ),
        Line("provinceName", Text("Province", "省份"), example=Text("Guangdong", "广东省")),
        Line("cityName", Text("City", "城市"), example=Text("Guangzhou", "广州市")),
        Line(
            "countyName", Text("District", "区县"), required=False, example=Text("Haizhu", "海珠区")
        ),
        Line(
            "detailInfo",
            Text("Address", "详细地址"),
            example=Text("397 Xingang Middle Road", "新港中路397号"),
        ),
        Line(
            "postalCode",
            Text("Postcode", "邮政编码"),
            required=False,
            example=Text("510000", "510000"),
        ),
        Line(
            "nationalCode",
            Text("Region code", "行政区划代码"),
            required=False,
            example=Text("440105", "440105"),
        ),
    ),
    heading=("userName", "telNumber"),
    detail=("provinceName", "cityName", "countyName", "detailInfo"),
    starters=(
        {
            "userName": "张三",
            "telNumber": "13800138000",
            "provinceName": "广东省",
            "cityName": "广州市",
            "countyName": "海珠区",
            "detailInfo": "新港中路397号",
            "postalCode": "510000",
            "nationalCode": "440105",
        },
        {
            "userName": "李四",
            "telNumber": "13900139000",
            "provinceName": "北京市",
            "cityName": "北京市",
            "countyName": "东城区",
            "detailInfo": "景山前街4号",
            "postalCode": "100009",
            "nationalCode": "110101",
        },
    ),
)

INVOICE_TITLES = BookKind(
    key="invoiceTitles",
    title=Text("Invoice details", "发票抬头"),
    new=Text("New invoice details", "新增抬头"),
    lines=(
        Line(
            "type",
            Text("Kind", "抬头类型"),
            choices={"0": Text("Company", "单位"), "1": Text("Person", "个人")},
        ),
        Line("title", Text("Name", "名称"), example=Text("Example Ltd", "示例科技有限公司")),
        Line(
            "taxNumber",
            Text("Tax number", "税号"),
            required=False,
            example=Text("91000000MA00000000", "91000000MA00000000"),
        ),
        Line(
            "companyAddress",
            Text("Address", "单位地址"),
            required=False,
            example=Text("397 Xingang Middle Road", "新港中路397号"),
        ),
        Line(
            "telephone",
            Text("Telephone", "电话号码"),
            required=False,
            example=Text("020-00000000", "020-00000000"),
        ),
        Line(
            "bankName",
            Text("Bank", "开户银行"),
            required=False,
            example=Text("Example Bank", "示例银行"),
        ),
        Line(
            "bankAccount",
            Text("Account", "银行账户"),
            required=False,
            example=Text("6222000000000000", "6222000000000000"),
        ),
    ),
    heading=("title",),
    detail=("taxNumber",),
    starters=(
        {
            "type": "0",
            "title": "示例科技有限公司",
            "taxNumber": "91000000MA00000000",
            "companyAddress": "广州市海珠区新港中路397号",
            "telephone": "020-00000000",
            "bankName": "示例银行广州分行",
            "bankAccount": "0000000000000000000",
        },
        {
            "type": "1",
            "title": "张三",
            "taxNumber": "",
            "companyAddress": "",
            "telephone": "",
            "bankName": "",
            "bankAccount": "",
        },
    ),
)

INVOICES = BookKind(
    key="invoices",
    title=Text("Invoices", "发票"),
    new=Text("New invoice", "新增发票"),
    lines=(
        Line("title", Text("What for", "项目"), example=Text("Example Restaurant", "示例餐厅")),
        Line("amount", Text("Amount", "金额"), example=Text("¥128.00", "¥128.00")),
        Line(
            "card_id",
            Text("Number", "发票编号"),
            example=Text("pInvoice000000000003", "pInvoice000000000003"),
        ),
    ),
    heading=("title",),
    detail=("amount", "card_id"),
    starters=(
        {"title": "示例餐厅", "amount": "¥128.00", "card_id": "pInvoice000000000001"},
        {"title": "示例酒店", "amount": "¥560.00", "card_id": "pInvoice000000000002"},
    ),
)

CONTACTS = BookKind(
    key="contacts",
    title=Text("Contacts", "通讯录"),
    new=Text("New contact", "新建联系人"),
    lines=(
        Line("firstName", Text("First name", "名字"), example=Text("Ada", "三")),
        Line(
            "middleName",
            Text("Middle name", "中间名"),
            required=False,
            example=Text("King", "King"),
        ),
        Line("lastName", Text("Last name", "姓氏"), required=False, example=Text("Lovelace", "张")),
        Line("nickName", Text("Nickname", "昵称"), required=False, example=Text("Ada", "小三")),
        Line(
            "mobilePhoneNumber",
            Text("Mobile", "手机"),
            required=False,
            example=Text("13800138000", "13800138000"),
        ),
        Line(
            "workPhoneNumber",
            Text("Work phone", "工作电话"),
            required=False,
            example=Text("020-00000000", "020-00000000"),
        ),
        Line(
            "homePhoneNumber",
            Text("Home phone", "住宅电话"),
            required=False,
            example=Text("020-00000000", "020-00000000"),
        ),
        Line(
            "weChatNumber",
            Text("WeChat", "微信号"),
            required=False,
            example=Text("wxid_ada", "wxid_ada"),
        ),
        Line(
            "email",
            Text("Email", "电子邮件"),
            required=False,
            example=Text("ada@example.com", "ada@example.com"),
        ),
        Line(
            "organization",
            Text("Company", "公司"),
            required=False,
            example=Text("Example Ltd", "示例公司"),
        ),
        Line("title", Text("Position", "职位"), required=False, example=Text("Engineer", "工程师")),
        Line(
            "remark",
            Text("Note", "备注"),
            required=False,
            example=Text("Met at the tea house", "在茶馆认识"),
        ),
    ),
    heading=("lastName", "firstName"),
    detail=("mobilePhoneNumber", "organization"),
)

EVENTS = BookKind(
    key="calendar",
    title=Text("Calendar", "日历"),
    new=Text("New event", "新建日程"),
    lines=(
        Line("title", Text("Title", "标题"), example=Text("Tea with Ada", "和小三喝茶")),
        Line(
            "startTime",
            Text("Begins", "开始时间"),
            example=Text("2026-12-01 09:00", "2026-12-01 09:00"),
        ),
        Line(
            "endTime",
            Text("Ends", "结束时间"),
            required=False,
            example=Text("2026-12-01 10:00", "2026-12-01 10:00"),
        ),
        Line("repeat", Text("Repeats", "重复"), required=False, example=Text("Every day", "每天")),
        Line("location", Text("Place", "地点"), required=False, example=Text("Tea house", "茶馆")),
        Line(
            "description",
            Text("Note", "说明"),
            required=False,
            example=Text("Bring the tickets", "带上门票"),
        ),
    ),
    heading=("title",),
    detail=("startTime", "repeat", "location"),
)


@dataclass(frozen=True)
class Books:
    """All books of the phone."""

    addresses: Book
    invoice_titles: Book
    invoices: Book
    contacts: Book
    events: Book

    @property
    def all(self) -> tuple[Book, ...]:
        """Every book, in the order of the settings."""
        return self.addresses, self.invoice_titles, self.invoices, self.contacts, self.events

    @classmethod
    def of(cls, preferences: Preferences) -> "Books":
        """The books of the phone with these preferences."""
        return cls(
            addresses=Book(preferences, ADDRESSES),
            invoice_titles=Book(preferences, INVOICE_TITLES),
            invoices=Book(preferences, INVOICES),
            contacts=Book(preferences, CONTACTS),
            events=Book(preferences, EVENTS),
        )
