// Mode region: province, city and district of the People's Republic of China (data: @vant/area-data, MIT).

/** @typedef {import('./columns.js').Columns} Columns */
/** @typedef {readonly [code: string, name: string]} Region */
/**
 * @typedef {{province_list: Record<string, string>, city_list: Record<string, string>,
 *   county_list: Record<string, string>}} Areas
 */

const LEVELS = /** @type {Record<string, number>} */ ({ province: 1, city: 2, region: 3, 'sub-district': 3 })

/** @type {Promise<Areas> | undefined} */
let loading

/**
 * Returns the list of regions. It is fetched once, when a page first wants it.
 * @returns {Promise<Areas>}
 */
export function areas() {
  const address = '/__runtime/regions.js'
  loading ??= import(address).then((module) => module.areaList)
  return loading
}

/**
 * Returns the entries of a list whose code begins with `prefix`.
 * @param {Record<string, string>} list
 * @param {string} prefix
 */
function entries(list, prefix) {
  return Object.entries(list).filter(([code]) => code.startsWith(prefix))
}

/** The three lists for a choice; `custom` is a further row on top of each. */
class Atlas {
  /**
   * @param {Areas} list
   * @param {string} custom
   */
  constructor(list, custom) {
    this.list = list
    this.head = /** @type {Region[]} */ (custom ? [['', custom]] : [])
  }

  /** @returns {Region[]} */
  provinces() {
    return [...this.head, ...entries(this.list.province_list, '')]
  }

  /**
   * @param {Region | undefined} province
   * @returns {Region[]}
   */
  cities(province) {
    return [...this.head, ...(province?.[0] ? entries(this.list.city_list, province[0].slice(0, 2)) : [])]
  }

  /**
   * @param {Region | undefined} city
   * @returns {Region[]}
   */
  districts(city) {
    return [...this.head, ...(city?.[0] ? entries(this.list.county_list, city[0].slice(0, 4)) : [])]
  }

  /** @param {readonly number[]} choice */
  columns([provinceAt = 0, cityAt = 0]) {
    const provinces = this.provinces()
    const cities = this.cities(provinces[provinceAt])
    return [provinces, cities, this.districts(cities[cityAt])]
  }
}

/**
 * Makes what the mode offers.
 * @param {Areas} list
 * @param {unknown} value names, from the province down
 * @param {{custom: string, level: unknown}} options
 * @returns {Columns}
 */
export function region(list, value, options) {
  const atlas = new Atlas(list, options.custom)
  const shown = LEVELS[String(options.level)] ?? 3
  const names = Array.isArray(value) ? value : []
  const picked = (/** @type {readonly number[]} */ choice) =>
    atlas
      .columns(choice)
      .slice(0, shown)
      .map((column, place) => column[choice[place] ?? 0])
  return {
    fresh: true,
    start: () => {
      const choice = /** @type {number[]} */ ([])
      for (let place = 0; place < shown; place += 1) {
        const column = atlas.columns(choice)[place] ?? []
        choice.push(
          Math.max(
            0,
            column.findIndex(([, name]) => name === names[place]),
          ),
        )
      }
      return choice
    },
    columns: (choice) =>
      atlas
        .columns(choice)
        .slice(0, shown)
        .map((column) => column.map(([, name]) => name)),
    detail: (choice) => {
      const regions = picked(choice).filter((found) => found !== undefined)
      return {
        value: regions.map(([, name]) => name),
        code: regions.map(([code]) => code).filter(Boolean),
        postcode: '', // the list has no postal codes
      }
    },
  }
}
