/** A file of outlines as it arrived. */
export interface OutlineUpload {
  text: string
  /** SHA-256, hexadecimal. */
  hash: string
}

export const OUTLINE_BYTES = 60 * 1024 * 1024

/** Reads a body to its end, but never more than the limit; null when there is more. */
export async function receiveOutlines(body: ReadableStream<Uint8Array>): Promise<OutlineUpload | null> {
  const reader = body.getReader()
  const parts: Uint8Array<ArrayBuffer>[] = []
  let size = 0
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    size += next.value.byteLength
    if (size > OUTLINE_BYTES) {
      await reader.cancel()
      return null
    }
    parts.push(new Uint8Array(next.value))
  }
  const bytes = await new Blob(parts).arrayBuffer()
  const digest = await crypto.subtle.digest('SHA-256', bytes)
  const hash = [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
  return { text: new TextDecoder().decode(bytes), hash }
}
