// Plain JavaScript: it runs before anything is built.
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const stamp = path.join(root, 'dist', '.built-from')

/** Names, sizes and times of everything the SPA is built from. */
function fingerprint() {
  const hash = createHash('sha256')
  const visit = (file) => {
    const facts = statSync(path.join(root, file))
    if (facts.isDirectory()) for (const name of readdirSync(path.join(root, file)).sort()) visit(path.join(file, name))
    else hash.update(`${file} ${facts.size} ${Math.floor(facts.mtimeMs)}\n`)
  }
  for (const part of ['src', 'contract', 'domain', 'public', 'index.html', 'vite.config.ts', 'package-lock.json'])
    visit(part)
  return hash.digest('hex')
}

const run = (script, args) => [process.execPath, [path.join(root, 'node_modules', script), ...args]]

const wanted = fingerprint()
if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== wanted) {
  console.log('正在构建界面…')
  const [node, args] = run('vite/bin/vite.js', ['build', '--logLevel', 'warn'])
  const { status } = spawnSync(node, args, { cwd: root, stdio: 'inherit' })
  if (status !== 0) process.exit(status ?? 1)
  writeFileSync(stamp, wanted)
}

const [node, args] = run('tsx/dist/cli.mjs', ['server/node/main.ts'])
const server = spawn(node, args, { cwd: root, stdio: 'inherit' })
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => server.kill(signal))
server.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)))
