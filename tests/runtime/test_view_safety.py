"""Whatever a program writes, nothing of it runs or loads outside of what the phone allows."""

from tests.conftest import OpenProgram


def test_html_elements_in_wxml_are_only_names(run_program: OpenProgram) -> None:
    page = run_program(
        {
            "index.wxml": '<script src="/x.js">1</script><iframe src="https://example.org"></iframe>'
            '<object data="x"></object><view id="last">last</view>',
        }
    )
    page.wait_text("#last", "last")
    names = page.in_page("[...page.body.querySelectorAll('*')].map((one) => one.localName)")
    assert all("-" in name for name in names)


def test_attributes_do_not_become_the_pages(run_program: OpenProgram) -> None:
    page = run_program(
        {
            "index.wxml": '<view id="a" onclick="alert(1)" srcdoc="x" formaction="javascript:1">a</view>'
        }
    )
    assert page.in_page("find('#a').getAttributeNames()") == ["id"]


def test_rich_text_keeps_neither_scripts_nor_handlers_nor_addresses(
    run_program: OpenProgram,
) -> None:
    page = run_program(
        {
            "index.wxml": '<rich-text id="rich" nodes="{{html}}"></rich-text>',
            "index.js": 'Page({data: {html: \'<p onclick="x()" style="color: red">text<script>x()</script>'
            '<a href="javascript:x()">link</a><iframe src="https://example.org"></iframe><img src="javascript:x()"'
            ' onerror="x()"></p>\'}})',
        }
    )
    html = page.in_page("find('#rich').innerHTML")
    assert html == '<p style="color: red;">text<a>link</a><img></p>'


def test_pictures_come_from_the_package_or_the_web_only(run_program: OpenProgram) -> None:
    page = run_program(
        {"index.wxml": '<image id="a" src="javascript:alert(1)" /><image id="b" src="../a.png" />'}
    )
    assert page.in_page("find('#a').shadowRoot.querySelector('img').getAttribute('src')") is None
    assert (
        page.in_page("find('#b').shadowRoot.querySelector('img').getAttribute('src')")
        == "/pages/a.png"
    )


def test_a_style_cannot_reach_out_of_its_frame(run_program: OpenProgram) -> None:
    page = run_program(
        {
            "index.wxml": '<view id="cover" style="position: fixed; top: -50px; left: 0; width: 9999px; height: 9999px">x</view>',
        }
    )
    frame = page.run("document.querySelector('iframe').getBoundingClientRect().width")
    assert frame == page.run("innerWidth")
