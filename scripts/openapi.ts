import { readFile, writeFile } from 'node:fs/promises'
import { API_INFO, createApp } from '@server/app'
import type { Services } from '@server/services'

/*
 * Writes contract/openapi.json from the routes, or with --check fails when the committed file differs. No handler runs,
 * so the services may be absent.
 */

const FILE = new URL('../contract/openapi.json', import.meta.url)

const app = createApp({} as Services)
const text = `${JSON.stringify(app.getOpenAPI31Document(API_INFO), null, 2)}\n`

if (process.argv.includes('--check')) {
  const committed = await readFile(FILE, 'utf8').catch(() => '')
  if (committed !== text) {
    process.stderr.write('contract/openapi.json 与接口定义不一致：请运行 npm run openapi 并提交\n')
    process.exit(1)
  }
  process.stdout.write('contract/openapi.json 与接口定义一致\n')
} else {
  await writeFile(FILE, text)
  process.stdout.write('已写入 contract/openapi.json\n')
}
