// A plain script around miniprogram-automator: every flow of every program, one after the other.

const automator = require('miniprogram-automator')
const { PROGRAMS, launch } = require('./flows.js')

async function main() {
  for (const { name, folder, flows } of PROGRAMS) {
    const mp = await launch(automator, folder, Number(process.env.PORT))
    try {
      for (const [told, flow] of Object.entries(flows)) {
        await flow(mp)
        console.log(`ok ${name}: ${told}`)
      }
    } finally {
      await mp.close()
    }
  }
}

main().then(
  () => process.exit(0),
  (error) => {
    console.error(error)
    process.exit(1)
  },
)
