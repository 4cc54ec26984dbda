"""<navigation-bar> in a <page-meta>: the bar of the phone follows the template."""

from tests.runtime.recording import Record, record

__all__ = ["record"]

BAR = '<navigation-bar title="{{title}}" front-color="#ffffff" background-color="#123456" loading="{{busy}}"/>'


def test_the_bar_follows_the_template(record: Record) -> None:
    running = record(
        {
            "index.wxml": f'<page-meta>{BAR}</page-meta><view id="go" bindtap="go">go</view>',
            "index.js": "Page({ data: { title: 'First', busy: true },"
            " go() { this.setData({ title: 'Second', busy: false }) } })",
        }
    )
    first = running.wait_chrome(title="First", barLoading=True)
    assert (first["barBackground"], first["barText"]) == ("#123456", "white")
    running.tap("#go")
    running.wait_chrome(title="Second", barLoading=False)
