import { randomInt, randomUUID } from 'node:crypto'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { isRunning, processMark } from './processMark'

/** One process's word about a data folder. `claiming` lasts milliseconds, `holding` until the process ends. */
interface Claim {
  state: 'claiming' | 'holding'
  pid: number
  /** Tells this process from a later one with the same pid; empty where the system does not say. */
  mark: string
  host: string
  since: string
  address?: string
}

/** A holder on another machine or in another container shows that it lives by touching its claim. */
const HEARTBEAT_MS = 10_000
const FOREIGN_DEAD_MS = 60_000
const ATTEMPTS = 20

/** 数据文件夹已被占用：another process works on this folder; two writers would lose each other's rows. */
export class FolderInUseError extends Error {
  override name = 'FolderInUseError'

  constructor(
    readonly folder: string,
    readonly pid: number,
    readonly host: string,
    readonly address: string | undefined,
  ) {
    const where = host === os.hostname() ? `进程 ${pid}` : `主机 ${host} 上的进程 ${pid}`
    super(`数据文件夹正由${where}使用${address ? `，请访问 ${address}` : '，请先停止它再启动'}`)
  }
}

export interface FolderLock {
  /** Writes where this server answers, for the second one that is refused. */
  announce(address: string): void
  release(): void
}

function writeClaim(file: string, claim: Claim): void {
  fs.writeFileSync(`${file}.part`, JSON.stringify(claim))
  fs.renameSync(`${file}.part`, file)
}

function isLive(file: string, claim: Claim): boolean {
  if (claim.host === os.hostname()) return isRunning(claim.pid, claim.mark)
  return Date.now() - fs.statSync(file).mtimeMs < FOREIGN_DEAD_MS
}

/** Claims of other living processes; those of dead ones are cleared away. */
function rivals(folder: string, own: string): Claim[] {
  const others = fs.readdirSync(folder).filter((name) => name.endsWith('.json') && name !== path.basename(own))
  return others.flatMap((name) => {
    const file = path.join(folder, name)
    try {
      const claim = JSON.parse(fs.readFileSync(file, 'utf8')) as Claim
      if (isLive(file, claim)) return [claim]
      fs.rmSync(file, { force: true })
    } catch (error) {
      if (!isGone(error)) throw error
    }
    return []
  })
}

function isGone(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT'
}

/**
 * Takes the folder for this process alone. First the claim is laid down, then the others are read: of two
 * processes at least one sees the other, so never do both go on; who only meets another claimant tries again.
 * @throws FolderInUseError
 */
export async function lockFolder(folder: string): Promise<FolderLock> {
  const claims = path.join(folder, 'running')
  fs.mkdirSync(claims, { recursive: true })
  const file = path.join(claims, `${process.pid}-${randomUUID()}.json`)
  const claim: Claim = {
    state: 'claiming',
    pid: process.pid,
    mark: processMark(process.pid) ?? '',
    host: os.hostname(),
    since: new Date().toISOString(),
  }
  for (let attempt = 1; ; attempt += 1) {
    writeClaim(file, claim)
    const others = rivals(claims, file)
    if (others.length === 0) return hold(file, { ...claim, state: 'holding' })
    fs.rmSync(file, { force: true })
    const holder = others.find((one) => one.state === 'holding') ?? (attempt === ATTEMPTS ? others[0] : undefined)
    if (holder) throw new FolderInUseError(folder, holder.pid, holder.host, holder.address)
    await pause(randomInt(100))
  }
}

/** A holder whose claim is gone (this machine slept, another host took over) must stop at once, not write on. */
function beat(file: string): void {
  try {
    fs.utimesSync(file, new Date(), new Date())
  } catch (error) {
    if (isGone(error)) throw new Error('数据文件夹的占用凭证已被删除或被接管，为保护数据立即停止', { cause: error })
  }
}

function hold(file: string, claim: Claim): FolderLock {
  writeClaim(file, claim)
  const heartbeat = setInterval(() => beat(file), HEARTBEAT_MS).unref()
  const release = () => {
    clearInterval(heartbeat)
    process.off('exit', release)
    fs.rmSync(file, { force: true })
  }
  process.on('exit', release)
  return { announce: (address) => writeClaim(file, { ...claim, address }), release }
}
