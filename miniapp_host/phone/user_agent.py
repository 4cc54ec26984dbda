"""How a `<web-view>` names itself to servers."""

from miniapp_host.api.phone.system import CLIENT_VERSION


def user_agent(appid: str, language: str) -> str:
    """The user agent, with the words `MicroMessenger` and `miniProgram` that pages look for."""
    return (
        "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 "
        f"(KHTML, like Gecko) Mobile/15E148 MicroMessenger/{CLIENT_VERSION} NetType/WIFI "
        f"Language/{language} miniProgram/{appid}"
    )
