import fs from 'node:fs'
import path from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { NodeFS } from '@electric-sql/pglite/nodefs'

/** The parts of PGlite's bridge to Node files that it does not publish; its version is pinned because of them. */
interface NodeBridge {
  stream_ops: { fsync?: (stream: OpenStream) => number }
  realPath(node: unknown): string
}
interface OpenStream {
  nfd?: number | null
  node: unknown
}
type EngineSettings = Parameters<NodeFS['init']>[1]

/** Emscripten's number for EIO: PostgreSQL then refuses the commit instead of acknowledging it. */
const INPUT_OUTPUT_ERROR = 29

let synced = 0

/** How many files were forced to disk in this thread so far: the proof that commits are durable. */
export function fsyncCount(): number {
  return synced
}

function syncStream(bridge: NodeBridge, stream: OpenStream): number {
  try {
    if (typeof stream.nfd === 'number') fs.fsyncSync(stream.nfd)
    else syncPath(bridge.realPath(stream.node))
    synced += 1
    return 0
  } catch {
    return INPUT_OUTPUT_ERROR
  }
}

/** Windows cannot open folders; there the file system journals names by itself. */
function syncPath(target: string): void {
  if (process.platform === 'win32' && fs.statSync(target).isDirectory()) return
  const handle = fs.openSync(target, 'r')
  try {
    fs.fsyncSync(handle)
  } finally {
    fs.closeSync(handle)
  }
}

/** PGlite's file bridge answers fsync with nothing at all; a power cut would take acknowledged commits. */
class DurableNodeFs extends NodeFS {
  override async init(pg: PGlite, settings: EngineSettings): Promise<{ emscriptenOpts: EngineSettings }> {
    const prepared = await super.init(pg, settings)
    const addSync = (engine: object) => {
      const bridge = (engine as { NODEFS: NodeBridge }).NODEFS
      bridge.stream_ops.fsync = (stream) => syncStream(bridge, stream)
    }
    const { emscriptenOpts } = prepared
    return { emscriptenOpts: { ...emscriptenOpts, preRun: [addSync, ...[emscriptenOpts.preRun ?? []].flat()] } }
  }
}

/** PGlite's own start parameters without `-F`, which would switch fsync off whatever the settings say. */
function startParams(): string[] {
  const settings = ['fsync=on', 'wal_sync_method=fsync', 'shared_buffers=128MB', 'work_mem=64MB']
  return [...PGlite.defaultStartParams.filter((one) => one !== '-F'), ...settings.flatMap((one) => ['-c', one])]
}

function openCluster(folder: string): Promise<PGlite> {
  return PGlite.create({ fs: new DurableNodeFs(folder), startParams: startParams() })
}

function syncTree(folder: string): void {
  for (const entry of fs.readdirSync(folder, { withFileTypes: true })) {
    const target = path.join(folder, entry.name)
    if (entry.isDirectory()) syncTree(target)
    else syncPath(target)
  }
  syncPath(folder)
}

/** A cluster appears under its name only when complete, so a first start cut short is simply repeated. */
async function createCluster(folder: string): Promise<void> {
  if (fs.existsSync(folder) && fs.readdirSync(folder).length > 0) throw new Error(`文件夹里不是数据库：${folder}`)
  const draft = `${folder}.new`
  fs.rmSync(draft, { recursive: true, force: true })
  const pg = await openCluster(draft)
  await pg.close()
  syncTree(draft)
  if (fs.existsSync(folder)) fs.rmdirSync(folder)
  fs.renameSync(draft, folder)
  syncPath(path.dirname(folder))
}

/**
 * Opens the durable cluster of a folder and creates it on first use. The caller holds the folder's lock.
 * @throws when the folder holds something that is not a cluster
 */
export async function openDurable(folder: string): Promise<PGlite> {
  fs.mkdirSync(path.dirname(folder), { recursive: true })
  if (!fs.existsSync(path.join(folder, 'PG_VERSION'))) await createCluster(folder)
  return openCluster(folder)
}
