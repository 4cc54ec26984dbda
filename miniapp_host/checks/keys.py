"""Keys of app.json and of pages' json that WeChat does not document."""

from collections.abc import Collection, Iterator, Mapping

from miniapp_host.checks.issues import Issue, warning
from miniapp_host.nearest import did_you_mean
from miniapp_host.programs.app_json import APP_JSON
from miniapp_host.programs.json_document import read_document
from miniapp_host.programs.package import Package
from miniapp_host.texts import Sentence


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


APP = _words(
    """
    entryPagePath pages window tabBar networkTimeout debug functionalPages subpackages
    subPackages workers requiredBackgroundModes requiredPrivateInfos plugins preloadRule
    resizable usingComponents permission sitemapLocation style useExtendedLib entranceDeclare
    darkmode themeLocation lazyCodeLoading singlePage supportedMaterials serviceProviderTicket
    embeddedAppIdList halfPage debugOptions enablePassiveEvent resolveAlias renderer
    rendererOptions componentFramework componentPlaceholder miniApp static convertRpxToVw appBar
    chatTools cloud navigateToMiniProgramAppIdList openLocationPagePath referrerPolicy
    restartStrategy requiredComponents frameset multiSelectSupportedMaterials
    __usePrivacyCheck__
    """
)
_LOOK = _words(
    """
    navigationBarBackgroundColor navigationBarTextStyle navigationBarTitleText navigationStyle
    homeButton backgroundColor backgroundColorContent backgroundTextStyle backgroundColorTop
    backgroundColorBottom enablePullDownRefresh onReachBottomDistance pageOrientation
    visualEffectInBackground handleWebviewPreload restartStrategy initialRenderingCache renderer
    rendererOptions componentFramework
    """
)
WINDOW = _LOOK | {"tapHighlightColor"}
PAGE = _LOOK | _words(
    """
    usingComponents component componentGenerics componentPlaceholder disableScroll
    disableSwipeBack styleIsolation singlePage enablePassiveEvent style options pureDataPattern
    virtualHost addGlobalClass usingPlugins navigationBarTransparent window $schema
    handleWebviewPreload
    """
)
TAB_BAR = _words("color selectedColor backgroundColor borderStyle list position custom theme")
TAB_ITEM = _words("pagePath text iconPath selectedIconPath")
SUBPACKAGE = _words(
    """
    root name pages independent plugins entry resource renderer rendererOptions
    componentFramework
    """
)
_PRIVATE = ("_", "$", "//")
_REMEDY = Sentence("Remove it: WeChat ignores it, or refuses the program.")


def check_keys(package: Package) -> Iterator[Issue]:
    """The issues of app.json and of the declared pages' json."""
    document = read_document(package, APP_JSON)
    for where, entry, known in _parts_of_app(document.values):
        yield from _unknown(package, APP_JSON, where, entry, known)
    for page in package.manifest.pages:
        file = f"{page}.json"
        if package.has(file):
            yield from _unknown(package, file, "", package.page(page).values, PAGE)


def _parts_of_app(
    values: Mapping[str, object],
) -> Iterator[tuple[str, object, frozenset[str]]]:
    yield "", values, APP
    yield "window.", values.get("window"), WINDOW
    bar = values.get("tabBar")
    yield "tabBar.", bar, TAB_BAR
    if isinstance(bar, dict):
        yield from (("tabBar.list: ", item, TAB_ITEM) for item in _array(bar.get("list")))
    for key in ("subPackages", "subpackages"):
        yield from ((f"{key}: ", entry, SUBPACKAGE) for entry in _array(values.get(key)))


def _array(value: object) -> list[object]:
    return value if isinstance(value, list) else []


def _unknown(
    package: Package, file: str, where: str, entry: object, known: Collection[str]
) -> Iterator[Issue]:
    if not isinstance(entry, dict | Mapping):
        return
    for key in entry:
        if key not in known and not key.startswith(_PRIVATE):
            remedy = did_you_mean(key, known, _REMEDY)
            line = package.line_of(file, key)
            text = Sentence("{key} is not a key that WeChat documents", key=f"{where}{key}")
            yield warning(file, line, text, remedy)
