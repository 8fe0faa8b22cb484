import { BlobReader, configure, ZipReader, type FileEntry } from '@zip.js/zip.js'
import { LIMITS } from './limits'
import { REFUSALS } from './refusal'
import { asRefusal } from './xml'

// The API already runs beside the interface (Node, or the mock's worker): no workers of workers.
configure({ useWebWorkers: false })

/** The parts of an opened package, by path without a leading slash. */
export interface ZipParts {
  names: string[]
  has(name: string): boolean
  /** Inflates a part; fails when it grows beyond what its directory entry or `maxBytes` allows. */
  open(name: string, options?: { maxBytes?: number; onRead?: (ratio: number) => void }): ReadableStream<Uint8Array>
}

const ARCHIVE = /\.(?:zip|rar|7z|gz|tgz|tar|bz2|xz|xlsx|xlsm|xlsb|docx|docm|pptx|jar)$/iu

/** Opens a package and judges its directory before a byte is inflated. */
export async function openZip(file: Blob): Promise<ZipParts> {
  const entries = new Map<string, FileEntry>()
  let claimed = 0
  try {
    const reader = new ZipReader(new BlobReader(file))
    let count = 0
    for await (const entry of reader.getEntriesGenerator()) {
      count += 1
      if (count > LIMITS.zipEntries) throw REFUSALS.zipBomb()
      if (entry.directory) continue
      checkEntry(entry)
      claimed += entry.uncompressedSize
      if (claimed > LIMITS.inflatedBytes) throw REFUSALS.zipBomb()
      const name = entry.filename.replace(/\\/gu, '/').replace(/^\//u, '')
      // Two parts of one name: which one a program reads is its own affair, so neither is trusted.
      if (entries.has(name)) throw REFUSALS.broken()
      entries.set(name, entry)
    }
  } catch (error) {
    throw asRefusal(error)
  }
  let inflated = 0
  return {
    names: [...entries.keys()],
    has: (name) => entries.has(name),
    open(name, { maxBytes = LIMITS.inflatedBytes, onRead } = {}) {
      const entry = entries.get(name)
      if (!entry) throw REFUSALS.broken()
      const limit = Math.min(maxBytes, entry.uncompressedSize)
      return inflate(
        entry,
        limit,
        (size) => {
          inflated += size
          // Sheets are opened twice at most: once to look for the header, once to read.
          if (inflated > LIMITS.inflatedBytes * 2) throw REFUSALS.zipBomb()
        },
        onRead,
      )
    },
  }
}

function checkEntry(entry: FileEntry): void {
  if (entry.encrypted) throw REFUSALS.encrypted()
  if (ARCHIVE.test(entry.filename)) throw REFUSALS.nestedArchive()
  const { uncompressedSize, compressedSize } = entry
  if (uncompressedSize > LIMITS.ratioFromBytes && uncompressedSize > compressedSize * LIMITS.ratio) {
    throw REFUSALS.zipBomb()
  }
}

function inflate(
  entry: FileEntry,
  limit: number,
  count: (size: number) => void,
  onRead?: (ratio: number) => void,
): ReadableStream<Uint8Array> {
  let seen = 0
  const guard = new TransformStream<Uint8Array, Uint8Array>({
    transform(chunk, controller) {
      seen += chunk.byteLength
      if (seen > limit) throw REFUSALS.zipBomb()
      count(chunk.byteLength)
      onRead?.(entry.uncompressedSize === 0 ? 1 : seen / entry.uncompressedSize)
      controller.enqueue(chunk)
    },
  })
  entry.getData(guard.writable, { checkSignature: true }).catch(async (error: unknown) => {
    await guard.writable.abort(asRefusal(error)).catch(() => undefined)
  })
  return guard.readable
}
