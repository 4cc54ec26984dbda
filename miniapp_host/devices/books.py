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
        Line("userName", Text("Name", "收货人")),
        Line("telNumber", Text("Telephone", "手机号码")),
        Line("provinceName", Text("Province", "省份")),
        Line("cityName", Text("City", "城市")),
        Line("countyName", Text("District", "区县"), required=False),
        Line("detailInfo", Text("Address", "详细地址")),
        Line("postalCode", Text("Postcode", "邮政编码"), required=False),
        Line("nationalCode", Text("Region code", "行政区划代码"), required=False),
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
        Line("title", Text("Name", "名称")),
        Line("taxNumber", Text("Tax number", "税号"), required=False),
        Line("companyAddress", Text("Address", "单位地址"), required=False),
        Line("telephone", Text("Telephone", "电话号码"), required=False),
        Line("bankName", Text("Bank", "开户银行"), required=False),
        Line("bankAccount", Text("Account", "银行账户"), required=False),
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
        Line("title", Text("What for", "项目")),
        Line("amount", Text("Amount", "金额")),
        Line("card_id", Text("Number", "发票编号")),
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
        Line("firstName", Text("First name", "名字")),
        Line("middleName", Text("Middle name", "中间名"), required=False),
        Line("lastName", Text("Last name", "姓氏"), required=False),
        Line("nickName", Text("Nickname", "昵称"), required=False),
        Line("mobilePhoneNumber", Text("Mobile", "手机"), required=False),
        Line("workPhoneNumber", Text("Work phone", "工作电话"), required=False),
        Line("homePhoneNumber", Text("Home phone", "住宅电话"), required=False),
        Line("weChatNumber", Text("WeChat", "微信号"), required=False),
        Line("email", Text("Email", "电子邮件"), required=False),
        Line("organization", Text("Company", "公司"), required=False),
        Line("title", Text("Position", "职位"), required=False),
        Line("remark", Text("Note", "备注"), required=False),
    ),
    heading=("lastName", "firstName"),
    detail=("mobilePhoneNumber", "organization"),
)

EVENTS = BookKind(
    key="calendar",
    title=Text("Calendar", "日历"),
    new=Text("New event", "新建日程"),
    lines=(
        Line("title", Text("Title", "标题")),
        Line("startTime", Text("Begins", "开始时间")),
        Line("endTime", Text("Ends", "结束时间"), required=False),
        Line("repeat", Text("Repeats", "重复"), required=False),
        Line("location", Text("Place", "地点"), required=False),
        Line("description", Text("Note", "说明"), required=False),
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
