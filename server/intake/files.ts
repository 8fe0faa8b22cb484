/** Where uploaded files rest between reading, re-reading and the annotated copy: a folder, or the browser's memory. */
export interface FileStore {
  /** Streams a body to rest. Rejects with `FileTooLarge` past the limit and leaves nothing behind. */
  save(id: string, body: ReadableStream<Uint8Array>, maxBytes: number): Promise<{ size: number; hash: string }>
  open(id: string): Promise<Blob>
  remove(id: string): Promise<void>
}

export class FileTooLarge extends Error {}
