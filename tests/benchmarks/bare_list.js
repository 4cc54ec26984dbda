// A list by glass-easel's own DOM backend, in one page and without a worker. TEMPLATES is put here by `running.py`.
const easel = window.library
const templates = TEMPLATES
const space = new easel.ComponentSpace()
const definition = space
  .define('list')
  .definition({ template: { groupList: templates, content: templates.list }, data: { rows: [] } })
  .registerComponent()
const context = new easel.CurrentWindowBackendContext()
const list = easel.Component.createWithContext('list', definition.general(), context)
const place = document.createElement('div')
document.body.append(place)
easel.Element.replaceDocumentElement(list, document.body, place)

window.showList = (count) => {
  const rows = Array.from({ length: count }, (_, id) => ({
    id: `${Date.now()}-${id}`,
    kind: id % 2 ? 'odd' : 'even',
    name: `Row ${id}`,
    price: id * 3,
  }))
  const started = Date.now()
  list.setData({ rows })
  document.body.lastElementChild.lastElementChild.getBoundingClientRect()
  host.receive(String(Date.now() - started))
}
