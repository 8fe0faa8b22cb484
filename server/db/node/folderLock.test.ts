import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { FolderInUseError, lockFolder } from './folderLock'

const LOCK_MODULE = fileURLToPath(new URL('./folderLock.ts', import.meta.url))

describe('the lock of the data folder', { timeout: 60_000 }, () => {
  let folder: string
  const children: ChildProcess[] = []

  beforeEach(() => (folder = fs.mkdtempSync(path.join(os.tmpdir(), 'lock-'))))
  afterEach(() => {
    for (const child of children.splice(0)) child.kill('SIGKILL')
    fs.rmSync(folder, { recursive: true })
  })

  /** Another process that tries to take the folder, says `held` or the name of its error, and stays. */
  async function rival(address = ''): Promise<{ child: ChildProcess; said: string }> {
    const program = `
      import { lockFolder } from ${JSON.stringify(LOCK_MODULE)}
      lockFolder(${JSON.stringify(folder)})
        .then((lock) => { if (${JSON.stringify(address)}) lock.announce(${JSON.stringify(address)}); return 'held' })
        .catch((error) => error.name)
        .then((said) => process.stdout.write(said))
      setInterval(() => {}, 1000)`
    const options = ['--import', 'tsx', '--input-type=module', '-e', program]
    const child = spawn(process.execPath, options, { stdio: ['ignore', 'pipe', 'inherit'] })
    children.push(child)
    const [said] = (await once(child.stdout, 'data')) as [Buffer]
    return { child, said: said.toString() }
  }

  const claims = () => fs.readdirSync(path.join(folder, 'running'))
  const leaveClaim = (claim: object) => {
    fs.mkdirSync(path.join(folder, 'running'), { recursive: true })
    const file = path.join(folder, 'running', 'left.json')
    fs.writeFileSync(file, JSON.stringify({ state: 'holding', mark: '', host: os.hostname(), since: '', ...claim }))
    return file
  }

  it('refuses a second process and tells it who holds the folder and where it answers', async () => {
    const { child, said } = await rival('http://127.0.0.1:8000')
    expect(said).toBe('held')
    const refusal = await lockFolder(folder).catch((error: unknown) => error)
    expect(refusal).toBeInstanceOf(FolderInUseError)
    expect(refusal).toMatchObject({ pid: child.pid, address: 'http://127.0.0.1:8000' })
    expect((refusal as Error).message).toContain('请访问 http://127.0.0.1:8000')
  })

  it('refuses a second opening in the same process', async () => {
    const lock = await lockFolder(folder)
    await expect(lockFolder(folder)).rejects.toBeInstanceOf(FolderInUseError)
    lock.release()
    ;(await lockFolder(folder)).release()
    expect(claims()).toEqual([])
  })

  it('takes over from a process that was killed', async () => {
    const { child } = await rival()
    child.kill('SIGKILL')
    await once(child, 'exit')
    expect(claims()).toHaveLength(1)
    const lock = await lockFolder(folder)
    expect(claims()).toHaveLength(1)
    lock.release()
  })

  it.runIf(process.platform === 'linux')('is not deceived by another process that got the same pid', async () => {
    leaveClaim({ pid: process.pid, mark: 'an-earlier-boot:1' })
    ;(await lockFolder(folder)).release()
  })

  it('believes a holder on another host as long as it shows that it lives', async () => {
    const file = leaveClaim({ pid: 1, host: 'elsewhere' })
    await expect(lockFolder(folder)).rejects.toThrow('主机 elsewhere 上的进程 1')
    const longAgo = new Date(Date.now() - 3_600_000)
    fs.utimesSync(file, longAgo, longAgo)
    ;(await lockFolder(folder)).release()
  })

  it('lets exactly one of several simultaneous claimants in', async () => {
    leaveClaim({ pid: 999_999_999 })
    const outcomes = await Promise.all(Array.from({ length: 4 }, () => rival()))
    expect(outcomes.map(({ said }) => said).sort()).toEqual([...Array(3).fill('FolderInUseError'), 'held'])
  })
})
