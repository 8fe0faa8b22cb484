import { parseArgs } from 'node:util'
import { runConformance } from '../tests/conformance/runConformance'

/* `npm run conformance -- --base-url http://127.0.0.1:8080`: does a server keep the contract? It only reads. */

const { values } = parseArgs({ options: { 'base-url': { type: 'string' } } })
const baseUrl = values['base-url']
if (!baseUrl) {
  process.stdout.write('用法：npm run conformance -- --base-url http://127.0.0.1:8080\n')
  process.exit(2)
}
const verdicts = await runConformance(baseUrl, ({ title, violation }) => {
  process.stdout.write(violation === null ? `✓ ${title}\n` : `✗ ${title}\n  ${violation}\n`)
})
const failed = verdicts.filter(({ violation }) => violation !== null).length
process.stdout.write(`\n${verdicts.length - failed} passed, ${failed} failed\n`)
process.exitCode = failed > 0 ? 1 : 0
