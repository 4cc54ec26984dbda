// The built-in components, by the name they have in WXML. In the view each is `wx-` and its name.

const NAMES = `view text button image input textarea switch checkbox checkbox-group radio radio-group slider progress icon
scroll-view swiper swiper-item picker picker-view picker-view-column form label navigator rich-text canvas video audio
camera map cover-view cover-image movable-area movable-view web-view open-data root-portal page-container page-meta
navigation-bar match-media live-player live-pusher editor keyboard-accessory ad ad-custom official-account share-element
functional-page-navigator voip-room grid-view list-view sticky-header sticky-section draggable-sheet`

/** @type {ReadonlySet<string>} */
export const BUILT_IN = new Set(NAMES.split(/\s+/))
