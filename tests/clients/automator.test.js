// The flows as a suite of jest.

const automator = require('miniprogram-automator')
const { PROGRAMS, launch } = require('./flows.js')

jest.setTimeout(120000)

for (const { name, folder, flows } of PROGRAMS) {
  describe(name, () => {
    let mp

    beforeAll(async () => {
      mp = await launch(automator, folder, Number(process.env.PORT))
    })

    afterAll(() => mp?.close())

    for (const [told, flow] of Object.entries(flows)) test(told, () => flow(mp))
  })
}
