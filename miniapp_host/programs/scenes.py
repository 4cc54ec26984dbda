"""WeChat's scenes: the numbers by which a program is told where the person came from.

After the platform's published list; entries that it calls abandoned are left out.
"""

from dataclasses import dataclass
from functools import cache

from miniapp_host.texts import Text

HOME = 1001
_TABLE = """
1000|Other|其他
1001|Main entry in Discover, recently used|发现栏小程序主入口，「最近使用」列表
1005|Results of the search at the top of WeChat's home|微信首页顶部搜索框的搜索结果页
1006|Results of the search among programs|发现栏小程序主入口搜索框的搜索结果页
1007|Card in a chat with one person|单人聊天会话中的小程序消息卡片
1008|Card in a group chat|群聊会话中的小程序消息卡片
1010|Favourites|收藏夹
1011|Scanned QR code|扫描二维码
1012|QR code in a picture, long press|长按图片识别二维码
1013|QR code chosen from the album|扫描手机相册中选取的二维码
1014|Subscription message|小程序订阅消息
1017|Entry page of the trial version|前往小程序体验版的入口页
1019|WeChat wallet|微信钱包
1020|Programs on an official account's profile|公众号 profile 页相关小程序列表
1023|Icon on Android's desktop|安卓系统桌面图标
1024|The program's profile page|小程序 profile 页
1025|Scanned bar code|扫描一维码
1026|Nearby programs|发现栏小程序主入口，「附近的小程序」列表
1027|Used programs, in the search at the top|微信首页顶部搜索框搜索结果页「使用过的小程序」列表
1028|Cards and offers|我的卡包
1029|A coupon's details|小程序中的卡券详情页
1030|Opened by an automated test|自动化测试下打开小程序
1031|Bar code in a picture, long press|长按图片识别一维码
1032|Bar code chosen from the album|扫描手机相册中选取的一维码
1034|After a WeChat payment|微信支付完成页
1035|Menu of an official account|公众号自定义菜单
1036|Card that an app shared|App 分享消息卡片
1037|Opened by another program|小程序打开小程序
1038|Back from another program|从另一个小程序返回
1039|Shake at the TV|摇电视
1042|Search when adding friends|添加好友搜索框的搜索结果页
1043|Template message of an official account|公众号模板消息
1044|Card with a shareTicket|带 shareTicket 的小程序消息卡片
1045|Advertisement in Moments|朋友圈广告
1046|Details of an advertisement in Moments|朋友圈广告详情页
1047|Scanned mini program code|扫描小程序码
1048|Mini program code in a picture, long press|长按图片识别小程序码
1049|Mini program code chosen from the album|扫描手机相册中选取的小程序码
1052|Shops of a coupon|卡券的适用门店列表
1053|Results of Search|搜一搜的结果页
1054|Shortcut to a program in the search at the top|顶部搜索框小程序快捷入口
1056|Menu of the music player at the top of a chat|聊天顶部音乐播放器右上角菜单
1057|A bank card's details in the wallet|钱包中的银行卡详情页
1058|Article of an official account|公众号文章
1059|Invitation to bind the trial version|体验版小程序绑定邀请页
1064|Wi-Fi status bar in WeChat's home|微信首页连 Wi-Fi 状态栏
1065|URL scheme|URL scheme
1067|Advertisement in an official account's article|公众号文章广告
1068|Advertisement in the list of nearby programs|附近小程序列表广告
1069|An app, through openSDK and WeChat|移动应用通过 openSDK 进入微信，打开小程序
1071|List of bank cards in the wallet|钱包中的银行卡列表页
1072|Page of a payment code|二维码收款页面
1073|Card sent by customer service|客服消息列表下发的小程序消息卡片
1074|Card sent by an official account|公众号会话下发的小程序消息卡片
1077|Shake for what is nearby|摇周边
1078|Success page of a Wi-Fi connection|微信连 Wi-Fi 成功提示页
1079|WeChat's game centre|微信游戏中心
1081|Text chain sent by customer service|客服消息下发的文字链
1082|Text chain sent by an official account|公众号会话下发的文字链
1084|Native page of an advertisement in Moments|朋友圈广告原生页
1088|System message in a chat|会话中查看系统消息，打开小程序
1089|Pulled down in the chat list, recently used|微信聊天主界面下拉，「最近使用」栏
1090|Long press on the menu, recently used|长按小程序右上角菜单唤出最近使用历史
1091|Product card in an article|公众号文章商品卡片
1092|City services|城市服务入口
1095|Advertisement component of a program|小程序广告组件
1096|Chat record|聊天记录，打开小程序
1097|Native page of a signed payment contract|微信支付签约原生页，打开小程序
1099|Plugin embedded in a page|页面内嵌插件
1100|Details of a red packet's cover|红包封面详情页打开小程序
1101|Remote debugging with hot update|远程调试热更新
1102|Preview of services on an account's profile|公众号 profile 页服务预览
1103|Main entry in Discover, my programs|发现栏小程序主入口，「我的小程序」列表
1104|Pulled down in the chat list, my programs|微信聊天主界面下拉，「我的小程序」栏
1107|Subscription message|订阅消息，打开小程序
1113|Android's minus-one screen|安卓手机负一屏，打开小程序
1114|Android's side bar|安卓手机侧边栏，打开小程序
1119|WeCom, workbench|企业微信工作台内打开小程序
1120|WeCom, personal profile|企业微信个人资料页内打开小程序
1121|WeCom, attachments of a chat|企业微信聊天加号附件框内打开小程序
1124|Scanned one-item code|扫「一物一码」打开小程序
1125|One-item code in a picture, long press|长按图片识别「一物一码」
1126|One-item code chosen from the album|扫描手机相册中选取的「一物一码」
1129|WeChat's crawler|微信爬虫访问
1131|Floating window|浮窗
1133|Hardware device|硬件设备打开小程序
1135|Related programs on a program's profile|小程序 profile 页相关小程序列表，打开小程序
1144|Video insert in an article|公众号文章 - 视频贴片
1145|Discover, find programs|发现栏 - 发现小程序
1146|A place's information, for travel programs|地理位置信息打开出行类小程序
1148|Cards and offers, transit card|卡包-交通卡，打开小程序
1150|Result of a scanned product bar code|扫一扫商品条码结果页打开小程序
1151|Discover, my orders|发现栏 - 我的订单
1152|Video of a subscription account|订阅号视频打开小程序
1153|Result of recognising an object|「识物」结果页打开小程序
1154|Moments, single page mode|朋友圈内打开「单页模式」
1155|From single page mode|「单页模式」打开小程序
1157|Chat of a service account|服务号会话页打开小程序
1158|Group tool|群工具打开小程序
1160|Group to-do|群待办
1167|Web page, through the open tag|H5 通过开放标签打开小程序
1168|App or website that runs it directly|移动/网站应用直接运行小程序
1169|Main entry in Discover, life services|发现栏小程序主入口，各个生活服务入口
1171|Record of WeRun|微信运动记录
1173|Chat material opened with a program|聊天素材用小程序打开
1175|Shop on a channel's home|视频号主页商店入口
1176|Live stream, opened by the host|视频号直播间主播打开小程序
1177|Product in a live stream|视频号直播商品
1178|On a computer, what a phone had open|在电脑打开手机上打开的小程序
1179|Page of a #topic|#话题页打开小程序
1181|Website that opens it on a PC|网站应用打开 PC 小程序
1183|PC, search among programs to discover|PC 微信 - 小程序面板 - 发现小程序 - 搜索
1184|Link in a channel|视频号链接打开小程序
1185|Group announcement|群公告
1186|Favourites, notes|收藏 - 笔记
1187|Floating window (since 8.0)|浮窗（8.0 版本起）
1189|Advertisement in a rain of emoji|表情雨广告
1191|Activity of a channel|视频号活动
1192|Profile of a WeCom contact|企业微信联系人 profile 页
1193|Service menu on a channel's home|视频号主页服务菜单打开小程序
1194|URL link|URL Link
1195|Products on a channel's home|视频号主页商品 tab
1196|A person's status|个人状态打开小程序
1197|Host back from a live stream|视频号主播从直播间返回小游戏
1198|Start page of a live stream|视频号开播界面打开小游戏
1200|Advertisement in channels|视频号广告打开小程序
1201|Details of an advertisement in channels|视频号广告详情页打开小程序
1202|Card in a WeCom service chat|企微客服号会话打开小程序卡片
1203|WeChat's load test|微信小程序压测工具的请求
1206|Live stream of a mini game|视频号小游戏直播间打开小游戏
1207|Text link in a WeCom service chat|企微客服号会话打开小程序文字链
1208|Product card in a chat|聊天打开商品卡片
1212|Request page of the youth mode|青少年模式申请页打开小程序
1215|Advertisement that was reserved|广告预约打开小程序
1216|Order centre of channels|视频号订单中心打开小程序
1218|Preview in WeChat's keyboard|微信键盘预览打开小程序
1219|Joined a mini game from a live stream|视频号直播间小游戏一键上车
1220|Device card in Discover|发现页设备卡片打开小程序
1223|Widget on Android's desktop|安卓桌面 Widget 打开小程序
1225|Voice or video call|音视频通话打开小程序
1226|Chat message opened on a device|聊天消息在设备打开后打开小程序
1228|Native advertisement in channels|视频号原生广告组件打开小程序
1230|Web advertisement of a subscription account|订阅号 H5 广告进入小程序
1231|Reminder of news|动态消息提醒入口打开小程序
1232|Auctioned advertisement in Search|搜一搜竞价广告打开小程序
1233|Popular games on the search page|小程序搜索页人气游戏模块打开小游戏
1238|Advertisement in Top Stories|看一看信息流广告打开小程序
1242|Shop delivery in Discover, channel page|小程序发现页门店快送模块频道页进入小程序
1244|Result of a #tag search|#tag 搜索结果页打开小程序
1245|Shop delivery in Discover, search results|小程序发现页门店快送搜索结果页进入小程序
1248|Moved from another program's account|通过小程序账号迁移进入小程序
1252|Small functions on the search page|搜一搜小程序搜索页「小功能」模块进入小程序
1254|News card in Discover|发现页「动态」卡片打开小程序
1255|My card in Discover|发现页「我的」卡片打开小程序
1256|PC, recently used|pc 端小程序面板「最近使用」列表
1257|PC, my programs|pc 端小程序面板「我的小程序」列表
1258|PC, made for computers|pc 端小程序面板「为电脑端优化」模块
1259|PC, mini games|pc 端小程序面板「小游戏专区」模块
1260|PC, recommended for computers|pc 端小程序面板「推荐在电脑端使用」列表
1261|Product card with commission in an account|公众号返佣商品卡片
"""


@dataclass(frozen=True)
class Scene:
    """One way in."""

    number: int
    title: Text


@cache
def scenes() -> tuple[Scene, ...]:
    """All of them in the order of their numbers; read when somebody chooses."""
    rows = (line.split("|") for line in _TABLE.strip().splitlines())
    return tuple(Scene(int(number), Text(en, zh)) for number, en, zh in rows)


def scene_title(number: int) -> Text:
    """The words of a scene; of one that is not in the list its number."""
    found = (scene.title for scene in scenes() if scene.number == number)
    return next(found, Text(str(number), str(number)))
