"""Which element Chromium's tools begin with: the first of the page in front, or one at a place."""

import json

from PySide6.QtCore import QPointF

# The document of the view holds the program's pages as frames. The tools know them only some time
# after their own page was loaded.
_CHOOSE = """
((open, spot) => {
  const choose = async (left) => {
    try {
      const { TargetManager, DOMModel, OverlayModel } = await open('core/sdk/sdk.js')
      const { ElementsPanel } = await open('panels/elements/elements.js')
      const target = TargetManager.TargetManager.instance().primaryPageTarget()
      const model = target.model(DOMModel.DOMModel)
      const find = async ({ id }, selector) =>
        model.nodeForId(await model.querySelector(id, selector))
      const view = await model.requestDocument()
      const page = (await find(view, '.sheet[data-state=shown] iframe')).contentDocument()
      const node =
        (spot && (await model.nodeForLocation(spot.x, spot.y, false))) ??
        (await find(page, 'body > *')) ??
        (await find(page, 'body'))
      const quietly = { showPanel: spot !== null, focusNode: false, highlightInOverlay: false }
      await ElementsPanel.ElementsPanel.instance().revealAndSelectNode(node, quietly)
      OverlayModel.OverlayModel.hideDOMNodeHighlight()
    } catch {
      if (left > 0) setTimeout(choose, 200, left - 1)
    }
  }
  choose(50)
})((file) => import(`devtools://devtools/bundled/${file}`), %s)
"""


def choosing(spot: QPointF | None) -> str:
    """The script for the tools' page; `spot` is a place in the view, in the page's own pixels."""
    place = None if spot is None else {"x": round(spot.x()), "y": round(spot.y())}
    return _CHOOSE % json.dumps(place)
