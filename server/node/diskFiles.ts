import { createHash } from 'node:crypto'
import { createWriteStream, openAsBlob } from 'node:fs'
import { mkdir, rm } from 'node:fs/promises'
import path from 'node:path'
import { Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream as NodeReadableStream } from 'node:stream/web'
import { FileTooLarge, type FileStore } from '../intake/files'

export const uploadPath = (folder: string, id: string) => path.join(folder, `${id}.upload`)

/** Uploaded files in a folder; a body is hashed and counted on its way and never held in memory. */
export function diskFiles(folder: string): FileStore {
  return {
    async save(id, body, maxBytes) {
      await mkdir(folder, { recursive: true })
      const hash = createHash('sha256')
      let size = 0
      const meter = new Transform({
        transform(chunk: Buffer, _encoding, done) {
          size += chunk.length
          hash.update(chunk)
          done(size > maxBytes ? new FileTooLarge() : null, chunk)
        },
      })
      const target = uploadPath(folder, id)
      try {
        await pipeline(Readable.fromWeb(body as NodeReadableStream<Uint8Array>), meter, createWriteStream(target))
      } catch (error) {
        await rm(target, { force: true })
        throw error
      }
      return { size, hash: hash.digest('hex') }
    },
    open: (id) => openAsBlob(uploadPath(folder, id)),
    remove: (id) => rm(uploadPath(folder, id), { force: true }),
  }
}
