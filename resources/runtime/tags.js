// The built-in components, by their names in WXML: the service makes `wx-view` of <view> and `wx-c-part` of <part>,
// and the view's style sheets must mean the same by the same name.

const NAMES = `ad ad-custom audio button camera canvas channel-live channel-video checkbox checkbox-group cover-image cover-view
draggable-sheet editor form functional-page-navigator grid-view icon image input keyboard-accessory label list-view live-player
live-pusher map match-media movable-area movable-view navigation-bar navigator official-account open-container open-data
page-container page-meta picker picker-view picker-view-column progress radio radio-group rich-text root-portal scroll-view
share-element slider snapshot span sticky-header sticky-section swiper swiper-item switch text textarea video view voip-room
web-view`

/** @type {ReadonlySet<string>} */
export const BUILT_IN = new Set(NAMES.split(/\s+/))
