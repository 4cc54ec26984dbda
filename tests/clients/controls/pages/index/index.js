Page({
  data: { rows: ['Ann', 'Bob', 'Cid'], typed: '', heard: [] },
  note({ type, detail, currentTarget }) {
    const { value = null, current = value } = detail
    this.setData({ heard: [...this.data.heard, `${type} ${currentTarget.id} ${current}`] })
  },
  add(a, b) {
    return a + b
  },
})
