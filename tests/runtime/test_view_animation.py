"""Motion that programs ask for."""

from tests.conftest import OpenProgram
from tests.driver import PageDriver


def settled(page: PageDriver, selector: str, name: str, value: str) -> None:
    page.wait(lambda: page.style(selector, name) == value, f"{name} at {value}")


def turned(page: PageDriver) -> int:
    """How far the box is turned, in degrees."""
    matrix = f"new DOMMatrix({page.style('#box', 'transform')!r})"
    return round(page.run(f"Math.atan2({matrix}.b, {matrix}.a) * 180 / Math.PI"))


def test_steps_of_an_animation_follow_one_another(run_program: OpenProgram) -> None:
    page = run_program(
        {
            "index.wxml": '<view id="box" animation="{{motion}}" bindtap="go" style="width: 50px">x</view>',
            "index.js": "Page({go() { const motion = wx.createAnimation({duration: 40});"
            " motion.translateX(10).opacity(0.5).step(); motion.translateX(30).width(80).step();"
            " this.setData({motion: motion.export()}) }})",
        }
    )
    page.tap("#box")
    settled(page, "#box", "transform", "matrix(1, 0, 0, 1, 30, 0)")
    settled(page, "#box", "width", "80px")
    assert page.style("#box", "opacity") == "0.5"


def test_a_new_inline_style_does_not_undo_an_animation(run_program: OpenProgram) -> None:
    page = run_program(
        {
            "index.wxml": '<view id="box" animation="{{motion}}" bindtap="go" style="color: {{color}}">x</view>',
            "index.js": "Page({data: {color: 'red'}, go() { const motion = wx.createAnimation({duration: 10});"
            " motion.rotate(90).step(); this.setData({motion: motion.export()});"
            " setTimeout(() => this.setData({color: 'blue'}), 60) }})",
        }
    )
    page.tap("#box")
    settled(page, "#box", "color", "rgb(0, 0, 255)")
    page.wait(lambda: turned(page) == 90, "still turned by the animation")


def test_key_frames_of_the_page_move_an_element_and_say_when_done(run_program: OpenProgram) -> None:
    page = run_program(
        {
            "index.wxml": '<view id="box" bindtap="go">{{told}}</view>',
            "index.js": "Page({data: {told: 'go'}, go() { this.animate('#box', [{opacity: 1, translateX: 0},"
            " {opacity: 0.2, translateX: 20}], 50, () => this.setData({told: 'done'})) }})",
        }
    )
    page.tap("#box")
    page.wait_text("#box", "done")
    assert page.style("#box", "opacity") == "0.2"
    assert page.style("#box", "transform") == "matrix(1, 0, 0, 1, 20, 0)"


def test_an_animation_kept_in_data_can_be_changed_between_its_steps(
    run_program: OpenProgram,
) -> None:
    page = run_program(
        {
            "index.wxml": '<view id="box" animation="{{motion}}" style="width: 50px">{{kept.option.transition.duration}}</view>',
            "index.js": """Page({ data: { kept: null }, onReady() {
              this.setData({ kept: wx.createAnimation({ duration: 60000, timingFunction: 'ease-in' }) })
              this.data.kept.option.transition.duration = 0
              const motion = this.data.kept.translateX(30).step().opacity(0.5).step({ delay: 1, timingFunction: 'linear' }).export()
              this.setData({ motion })
              console.log(motion.actions.map(({ option, animates }) => [option.transition.duration, option.transition.timingFunction, option.transition.delay,
                option.transformOrigin, animates.map(({ type }) => type)]))
            } })""",
        }
    )
    settled(page, "#box", "transform", "matrix(1, 0, 0, 1, 30, 0)")
    settled(page, "#box", "opacity", "0.5")
    page.wait_text("#box", "60000")
    page.wait_log(
        '[[0, "ease-in", 0, "50% 50% 0", ["translateX"]], [0, "linear", 1, "50% 50% 0", ["translateX", "style"]]]'
    )


def test_what_is_exported_is_gone_from_an_animation(run_program: OpenProgram) -> None:
    page = run_program(
        {
            "index.wxml": "<view/>",
            "index.js": """const motion = wx.createAnimation()
            motion.scale(2).step()
            const { length } = motion.actions
            motion.export()
            console.log('left', length, motion.actions.length, Object.keys(motion.currentTransform))
            Page({})""",
        }
    )
    page.wait_log('left 1 0 ["scale"]')
