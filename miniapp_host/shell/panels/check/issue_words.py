"""What issues say in Chinese. A report is English; the panel knows its sentences by their form.

A sentence of no known form stays English, as what a program's own errors say does.
"""

import re
from functools import cache

from miniapp_host.texts import Text, Texts

_FIELD = re.compile(r"{(\w+)}")
_FORMS = (
    Text("there is no {name}", "没有 {name}"),
    Text("{name} is not known", "未知的 {name}"),
    Text(
        "{name} is not supported here: it fails with not supported",
        "这里不支持 {name}：调用会失败（not supported）",
    ),
    Text("WeChat has withdrawn {name}", "微信已下线 {name}"),
    Text("WeChat documents no {name}", "微信文档中没有 {name}"),
    Text(
        "{name} needs a purpose; without it trial and release versions fail",
        "{name} 需要用途说明；缺少时体验版和正式版会失败",
    ),
    Text(
        "{name} is not declared; without it trial and release versions fail",
        "{name} 未声明；缺少声明时体验版和正式版会失败",
    ),
    Text("{name} is not a key that WeChat documents", "{name} 不是微信文档中的字段"),
    Text("there are more than {most} issues of this kind", "此类问题超过 {most} 个"),
    Text("the module {name} is not in the package", "代码包中没有模块 {name}"),
    Text(
        "{name} is not supported here: a card that says so stands in its place",
        "这里不支持 {name}：以一张说明卡片代替",
    ),
    Text("{name} is not supported here; it is drawn as a view", "这里不支持 {name}；按 view 显示"),
    Text(
        "{name} is neither built in nor in usingComponents; it is drawn as a view",
        "{name} 既不是内置组件，也不在 usingComponents 中；按 view 显示",
    ),
    Text(
        "the page {name} is not in app.json and can't be opened",
        "页面 {name} 不在 app.json 中，无法打开",
    ),
    Text("page {name} is declared twice", "页面 {name} 重复声明"),
    Text("entryPagePath {name} is not among the pages", "entryPagePath {name} 不在页面列表中"),
    Text("there is no app.js; the program has no App()", "没有 app.js；小程序没有 App()"),
    Text(
        "page {name} has no .wxml file and can't be opened", "页面 {name} 没有 .wxml 文件，无法打开"
    ),
    Text("page {name} has no .js file", "页面 {name} 没有 .js 文件"),
    Text("permission of {name} has no desc", "权限 {name} 没有 desc"),
    Text(
        "requiredPrivateInfos: {name} is not an interface that needs it",
        "requiredPrivateInfos：{name} 不是需要声明的接口",
    ),
    Text("{name} must be an object; it is ignored", "{name} 必须是对象；已忽略"),
    Text("{name} must be an array; it is ignored", "{name} 必须是数组；已忽略"),
    Text("{name} must be a path; it is ignored", "{name} 必须是路径；已忽略"),
    Text(
        "tabBar has no item with a declared page; it is ignored",
        "tabBar 没有指向已声明页面的项；已忽略",
    ),
    Text(
        "tabBar has {count} items; the phone shows {range}",
        "tabBar 有 {count} 项；手机显示 {range} 项",
    ),
    Text("tabBar: {name} is not a declared page", "tabBar：{name} 不是已声明的页面"),
    Text("tabBar: the icon {name} is not in the package", "tabBar：代码包中没有图标 {name}"),
    Text("{name} is not in the package", "代码包中没有 {name}"),
    Text("@{name} is not in the theme file", "主题文件中没有 @{name}"),
    # Remedies
    Text("Did you mean {name}?", "是否应为 {name}？"),
    Text(
        "wx.authorize fails with invalid scope here; use a scope that WeChat documents.",
        "wx.authorize 在此会以 invalid scope 失败；请使用微信文档中的 scope。",
    ),
    Text(
        "Handle its fail, and try what follows on a real phone.",
        "请处理其 fail，并在真机上验证后续流程。",
    ),
    Text("Use {name} instead.", "请改用 {name}。"),
    Text("Ask wx.canIUse first, or remove it.", "请先用 wx.canIUse 判断，或将其删除。"),
    Text(
        'Add "permission": {entry} to app.json, at most 30 characters, or 60 Latin letters.',
        '请在 app.json 中添加 "permission": {entry}，不超过 30 个汉字或 60 个字母。',
    ),
    Text(
        "Add {name} to requiredPrivateInfos in app.json.",
        "请在 app.json 的 requiredPrivateInfos 中添加 {name}。",
    ),
    Text(
        "Keep one kind of location, {name} or the precise ones, and declare it.",
        "请只保留一种位置接口（{name} 或精确位置）并声明。",
    ),
    Text(
        "Remove it: WeChat ignores it, or refuses the program.",
        "请删除：微信会忽略它，或拒绝该小程序。",
    ),
    Text("Mend those that are listed, then check again.", "请先修复已列出的问题，再重新检查。"),
    Text(
        "Run npm install beside package.json, if it is needed.",
        "如有需要，请在 package.json 旁运行 npm install。",
    ),
    Text("Add the file, or correct the path.", "请添加文件或更正路径。"),
    Text("Try what it does on a real phone.", "请在真机上验证其效果。"),
    Text(
        "Register it: usingComponents.{name} in the page's json.",
        "请注册：在页面 json 中添加 usingComponents.{name}。",
    ),
    Text(
        "Add {name} to pages (or to its subpackage), or delete its files.",
        "请将 {name} 加入 pages（或其分包），或删除其文件。",
    ),
    Text("Save the file as UTF-8.", "请将文件保存为 UTF-8。"),
    Text("Install it as an npm package.", "请以 npm 包方式安装。"),
    Text("Take it apart: the phone reads no more of a text.", "请拆分：手机不会读取更长的文本。"),
    Text("Keep the aliases that are used.", "请只保留用到的别名。"),
    Text("Name them in the json of the pages that use them.", "请在用到它们的页面的 json 中声明。"),
    Text("Define it for light and dark in the theme file.", "请在主题文件中为浅色和深色分别定义。"),
    Text(
        "Compile it to the .wxss beside it, with lessc or sass.",
        "请用 lessc 或 sass 编译为旁边的 .wxss。",
    ),
    Text("Look for sheets that import each other.", "请检查互相导入的样式文件。"),
    Text(
        'Give it a "desc" of at most 30 characters, or 60 Latin letters.',
        '请填写 "desc"，不超过 30 个汉字或 60 个字母。',
    ),
    Text("Shorten it to 30 characters, or 60 Latin letters.", "请缩短到 30 个汉字或 60 个字母。"),
    Text("Remove it.", "请删除。"),
    Text("Remove one of them.", "请删除其中一个。"),
    Text("Add app.js with App({}).", "请添加 app.js 并调用 App({})。"),
    Text(
        "Add the file, or take the page out of app.json.",
        "请添加该文件，或从 app.json 中移除该页面。",
    ),
    Text("Add the file with Page({}).", "请添加该文件并调用 Page({})。"),
    Text("Name a page that app.json lists.", "请填写 app.json 中列出的页面。"),
    Text("Add the picture, or correct its path.", "请添加图片或更正路径。"),
    Text("Give it 2 to 5 items.", "请设置 2 到 5 项。"),
    Text("Correct the JSON.", "请更正 JSON。"),
    Text("Correct its type.", "请更正其类型。"),
    Text(
        "Run npm install beside package.json, or correct the path.",
        "请在 package.json 旁运行 npm install，或更正路径。",
    ),
)


def said_issue(text: str, texts: Texts) -> str:
    """What an issue says, or its remedy, in the language of `texts`."""
    for pattern, form in _patterns():
        found = pattern.fullmatch(text)
        if found is not None:
            return _filled(texts.of(form), found)
    return text


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], Text], ...]:
    return tuple((_pattern(english), Text(english, other)) for english, other in _FORMS)


def _pattern(form: str) -> re.Pattern[str]:
    """The form with anything in the place of its fields; `{}` stands for itself."""
    parts = _FIELD.split(form)
    pieces = [re.escape(parts[0])]
    for name, fixed in zip(parts[1::2], parts[2::2], strict=True):
        pieces.append(f"(?P<{name}>.+?){re.escape(fixed)}")
    return re.compile("".join(pieces), re.S)


def _filled(form: str, found: re.Match[str]) -> str:
    """The form with what stood in the place of its fields; other braces are the program's."""

    def value(field: re.Match[str]) -> str:
        return found[field[1]]

    return _FIELD.sub(value, form)
