Component({
  properties: { title: String },
  data: { mood: 'red' },
  methods: {
    paint(mood) {
      this.setData({ mood })
      return `now ${mood}`
    },
    press() {
      this.paint('green')
      this.triggerEvent('painted', { value: 'green' })
    },
  },
})
