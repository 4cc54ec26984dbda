// What Qt draws around a page: navigation bar and tab bar. It is computed from app.json, the page's json and what the
// program set since, and is sent whenever it has changed.

/**
 * @typedef {{title: string, background: string, text: string, loading: boolean, homeHidden: boolean,
 *   behindPage: string}} Bar
 * @typedef {{text: string, iconPath: string, selectedIconPath: string, pagePath: string,
 *   badge: string, dot: boolean}} TabItem
 * @typedef {{list: TabItem[], color: string, selectedColor: string, backgroundColor: string, borderStyle: string,
 *   custom: boolean, position: string, visible: boolean}} TabBarState
 * @typedef {{statusBarHeight?: number, bottomInset?: number, sideInset?: number}} Insets what the phone takes of the
 * screen's edges, in px
 */

/** Knows the bars of every page, and tells the host the bars of the page in front. */
export class Chrome {
  #tell
  #boot
  /** @type {string} */ theme
  /** @type {'usual' | 'more'} */ #contrast = 'usual'
  /** @type {Insets} */ insets
  /** @type {TabBarState | null} */ tabBar
  #last = ''

  /**
   * @param {(kind: string, record: object) => void} tell
   * @param {import('./main.js').Boot} boot
   * @param {string} theme
   */
  constructor(tell, boot, theme) {
    this.#tell = tell
    this.#boot = boot
    this.theme = theme
    this.setContrast(boot.platform.contrast === true)
    this.insets = boot.platform
    this.tabBar = boot.tabBar && {
      ...boot.tabBar,
      visible: true,
      list: boot.tabBar.list.map((item) => ({ ...item, badge: '', dot: false })),
    }
  }

  /** @param {boolean} more whether the person wants more contrast */
  setContrast(more) {
    this.#contrast = more ? 'more' : 'usual'
  }

  /**
   * Returns the index of the tab that leads to a page; -1 if none does.
   * @param {string} path
   */
  tabOf(path) {
    return this.#boot.tabBar?.list.findIndex((item) => item.pagePath === path) ?? -1
  }

  /**
   * Returns the navigation bar that a page starts with.
   * @param {Record<string, unknown>} config
   */
  barOf(config) {
    const settings = this.#settings(config)
    return {
      title: String(settings.navigationBarTitleText ?? ''),
      background: settings.navigationBarBackgroundColor ?? '',
      text: settings.navigationBarTextStyle ?? '',
      loading: false,
      homeHidden: false,
      behindPage: settings.backgroundColor ?? '',
    }
  }

  /**
   * Returns what the view must know of the window of a page.
   * @param {{path: string, config: Record<string, unknown>, bar?: Bar}} page
   */
  windowOf({ path, config, bar }) {
    const settings = this.#settings(config)
    const { language = '' } = this.#boot.platform
    return {
      title: bar?.title ?? String(settings.navigationBarTitleText ?? ''),
      background: this.value(settings.backgroundColor ?? '#ffffff'),
      disableScroll: Boolean(settings.disableScroll),
      pullDown: Boolean(settings.enablePullDownRefresh),
      textStyle: this.value(settings.backgroundTextStyle ?? 'dark'),
      reachBottomDistance: Number(settings.onReachBottomDistance ?? 50),
      theme: this.#boot.darkMode ? this.theme : 'light',
      phoneTheme: this.theme,
      contrast: this.#contrast,
      language: String(language).replace('_', '-'),
      look: this.#boot.newLook ? 'v2' : 'v1',
      insets: this.#insets(path, settings),
    }
  }

  /**
   * Returns how many px of each edge of the page the phone draws over.
   * @param {string} path
   * @param {Record<string, unknown>} settings
   */
  #insets(path, { navigationStyle }) {
    const { statusBarHeight = 0, bottomInset = 0, sideInset = 0 } = this.insets
    const tabsBelow = this.tabOf(path) !== -1 && !this.tabBar?.custom
    return {
      top: navigationStyle === 'custom' ? statusBarHeight : 0,
      bottom: tabsBelow ? 0 : bottomInset,
      side: sideInset,
    }
  }

  /**
   * Tells the host what to draw for the page in front, unless it knows that already.
   * @param {import('./page.js').Page} page
   * @param {number} depth
   * @param {Iterable<import('./page.js').Page>} all every page that exists
   */
  show(page, depth, all) {
    const record = { ...this.#record(page, depth), webViews: webViewsOf(all) }
    const text = JSON.stringify(record)
    if (text === this.#last) return
    this.#last = text
    this.#tell('chrome', record)
  }

  /**
   * Returns a value, looked up in theme.json if it is a variable (`@name`).
   * @param {unknown} value
   * @returns {unknown}
   */
  value(value) {
    if (typeof value !== 'string' || !value.startsWith('@')) return value
    return this.#boot.theme?.[this.theme]?.[value.slice(1)] ?? ''
  }

  /**
   * Returns the settings of a page: those of app.json's window, and over them its own.
   * @param {Record<string, unknown>} config
   */
  #settings(config) {
    return { ...this.#boot.window, ...config }
  }

  /**
   * Makes the record that the host gets.
   * @param {import('./page.js').Page} page
   * @param {number} depth
   */
  #record({ number, path, query, config, bar, webView }, depth) {
    const settings = this.#settings(config)
    const tab = this.tabOf(path)
    const first = path === this.#boot.pages[0] || tab !== -1
    return {
      page: number,
      path,
      query,
      depth,
      title: bar.title,
      barBackground: this.value(bar.background || '#000000'),
      barText: this.value(bar.text) === 'black' ? 'black' : 'white',
      barHidden: settings.navigationStyle === 'custom' && !webView,
      barLoading: bar.loading,
      background: this.value(bar.behindPage || '#ffffff'),
      tab: tab === -1 ? null : tab,
      tabBar: tab === -1 ? null : this.#tabBar(),
      canGoBack: depth > 1,
      homeButton: depth === 1 && !first && !bar.homeHidden,
      orientation: settings.pageOrientation,
      resizable: this.#boot.resizable,
    }
  }

  #tabBar() {
    const bar = this.tabBar
    if (!bar || bar.custom) return null
    return {
      visible: bar.visible,
      items: bar.list.map(({ text, iconPath, selectedIconPath, badge, dot }) => ({
        text,
        icon: this.value(iconPath),
        selectedIcon: this.value(selectedIconPath),
        badge,
        dot,
      })),
      color: this.value(bar.color),
      selectedColor: this.value(bar.selectedColor),
      background: this.value(bar.backgroundColor),
      border: this.value(bar.borderStyle),
      position: bar.position,
    }
  }
}

/**
 * Returns the <web-view>s of all pages: the host shows one over each page that has one.
 * @param {Iterable<import('./page.js').Page>} pages
 */
function webViewsOf(pages) {
  return [...pages].flatMap(({ number, webView }) =>
    webView ? [{ page: number, id: webView.id, src: webView.src }] : [],
  )
}
