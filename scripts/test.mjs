// Plain JavaScript: it must report even when nothing compiles.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

/*
 * `npm test`: every stage runs and shows its own output, whatever became of the ones before it; the last line counts.
 * A stage of Vitest counts its tests, any other stage counts as one. `npm test -- lint api` runs the named stages only.
 */

const root = fileURLToPath(new URL('..', import.meta.url))
const scratch = mkdtempSync(path.join(os.tmpdir(), 'npm-test-'))
const total = { passed: 0, failed: 0, skipped: 0 }

const tool = (script, ...args) => [process.execPath, path.join(root, 'node_modules', script), ...args]
const tsx = (script, ...args) => [process.execPath, '--import', 'tsx', path.join(root, script), ...args]
const run = ([program, ...args], env = {}) =>
  spawnSync(program, args, {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, NO_COLOR: '1', ...env },
  }).status === 0

const once = (command) => () => (run(command) ? { passed: 1 } : { failed: 1 })

/** Vitest projects, counted from the JSON report; a file that does not even load counts as one failure. */
function vitest(projects, env) {
  const report = path.join(scratch, `${projects.join('-')}.json`)
  const chosen = projects.flatMap((project) => ['--project', project])
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const fine = run(tool('vitest/vitest.mjs', 'run', ...chosen, ...reporters), env)
  if (!existsSync(report)) return { failed: 1 }
  const { numPassedTests, numFailedTests, numPendingTests, testResults } = JSON.parse(readFileSync(report, 'utf8'))
  const failedIn = (file) => file.assertionResults.filter((test) => test.status === 'failed').length
  const broken = testResults.filter((file) => file.status === 'failed' && failedIn(file) === 0).length
  const failed = numFailedTests + broken
  return { passed: numPassedTests, failed: failed === 0 && !fine ? 1 : failed, skipped: numPendingTests }
}

function journeys() {
  if (!existsSync(path.join(root, 'dist/index.html'))) {
    console.log('浏览器测试无法进行：界面没有构建成功')
    return { failed: 1 }
  }
  const [program, ...args] = tsx('scripts/browser.ts', '--install')
  const found = spawnSync(program, args, {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
    encoding: 'utf8',
  }).stdout.trim()
  if (found) return vitest(['e2e'], { CHROME_PATH: found })
  console.log('浏览器测试跳过：没有找到 Chromium；请安装 chromium，或用 CHROME_PATH 指明其位置')
  return { skipped: 1 }
}

const STAGES = [
  ['typecheck', '类型检查', once(tool('vue-tsc/bin/vue-tsc.js', '--noEmit', '-p', 'tsconfig.json'))],
  ['eslint', '代码规范', once(tool('eslint/bin/eslint.js', '.'))],
  ['prettier', '排版', once(tool('prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.'))],
  ['openapi', '接口文档与代码一致', once(tsx('scripts/openapi.ts', '--check'))],
  ['unit', '单元测试', () => vitest(['unit'])],
  ['api', '接口、数据库与持久性测试', () => vitest(['api'])],
  ['build', '构建界面', once(tool('vite/bin/vite.js', 'build', '--logLevel', 'warn'))],
  ['e2e', '浏览器测试', journeys],
]

const wanted = process.argv.slice(2)
const unknown = wanted.filter((name) => !STAGES.some(([id]) => id === name))
if (unknown.length > 0) {
  console.log(`没有这一步：${unknown.join('、')}；可选：${STAGES.map(([id]) => id).join(' ')}`)
  process.exit(2)
}

for (const [id, title, perform] of STAGES) {
  if (wanted.length > 0 && !wanted.includes(id)) continue
  console.log(`\n── ${title}（${id}）`)
  const started = performance.now()
  const { passed = 0, failed = 0, skipped = 0 } = perform()
  total.passed += passed
  total.failed += failed
  total.skipped += skipped
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  console.log(
    `${failed === 0 ? '✓' : '✗'} ${title}：通过 ${passed}，失败 ${failed}，跳过 ${skipped}，用时 ${seconds} 秒`,
  )
}

rmSync(scratch, { recursive: true, force: true })
console.log(`\n${total.passed} passed, ${total.failed} failed${total.skipped > 0 ? `, ${total.skipped} skipped` : ''}`)
process.exitCode = total.failed > 0 ? 1 : 0
