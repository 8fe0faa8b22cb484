import { FileTooLarge, type FileStore } from '@server/intake/files'

/** Uploaded files in the worker's memory. */
export function memoryFiles(): FileStore {
  const files = new Map<string, Blob>()
  return {
    async save(id, body, maxBytes) {
      const file = await new Response(body).blob()
      if (file.size > maxBytes) throw new FileTooLarge()
      files.set(id, file)
      return { size: file.size, hash: await sha256(file) }
    },
    open: (id) => {
      const file = files.get(id)
      return file ? Promise.resolve(file) : Promise.reject(new Error('文件已不在内存中，请重新上传'))
    },
    remove: (id) => Promise.resolve(void files.delete(id)),
  }
}

async function sha256(file: Blob): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', await file.arrayBuffer())
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}
