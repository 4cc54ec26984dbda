// Landscapes drawn with a 2d context of 660 x 440 units.
const scenes = [
  { sky: ['#ffd9a0', '#ff9a76', '#c86b85'], sun: '#fff1c9', hills: ['#9b5a7d', '#6f4468', '#42305a'], water: '#5a4874' },
  { sky: ['#cfe9f5', '#9fd0e6', '#7db5d3'], sun: '#fffbe6', hills: ['#88b3a0', '#5d9482', '#33665c'], water: '#4f8ea3' },
  { sky: ['#26315e', '#3f4f8a', '#7d7fb5'], sun: '#f6f3dd', hills: ['#3c4478', '#2b3159', '#1a1f3d'], water: '#2a3570' }
]

function gradient(context, colours, top, bottom) {
  const made = context.createLinearGradient(0, top, 0, bottom)
  colours.forEach((colour, place) => made.addColorStop(place / (colours.length - 1), colour))
  return made
}

function hill(context, colour, base, height, phase) {
  context.fillStyle = colour
  context.beginPath()
  context.moveTo(0, 440)
  for (let x = 0; x <= 660; x += 10) {
    context.lineTo(x, base - height * (0.5 + 0.5 * Math.sin(x / 90 + phase)) * (0.6 + 0.4 * Math.sin(x / 37 + phase * 2)))
  }
  context.lineTo(660, 440)
  context.fill()
}

function water(context, scene) {
  context.fillStyle = scene.water
  context.fillRect(0, 350, 660, 90)
  context.fillStyle = 'rgba(255, 255, 255, .18)'
  for (let line = 0; line < 7; line++) context.fillRect(60 + ((line * 173) % 420), 362 + line * 10, 70 + ((line * 53) % 90), 2)
}

function caption(context, text) {
  context.fillStyle = '#fdfaf2'
  context.fillRect(0, 440, 660, 100)
  context.fillStyle = '#3a4258'
  context.font = '30px sans-serif'
  context.textBaseline = 'middle'
  context.fillText(text, 36, 490, 480)
  context.strokeStyle = '#c9b48a'
  context.lineWidth = 2
  context.strokeRect(566, 462, 58, 56)
  context.beginPath()
  context.arc(595, 490, 16, 0, Math.PI * 2)
  context.stroke()
}

module.exports = {
  count: scenes.length,
  draw(context, index, text) {
    const scene = scenes[index]
    context.fillStyle = gradient(context, scene.sky, 0, 350)
    context.fillRect(0, 0, 660, 440)
    context.fillStyle = scene.sun
    context.beginPath()
    context.arc(480, 130, 44, 0, Math.PI * 2)
    context.fill()
    scene.hills.forEach((colour, place) => hill(context, colour, 300 + place * 25, 150 - place * 40, index * 2 + place * 1.7))
    water(context, scene)
    caption(context, text)
  }
}
