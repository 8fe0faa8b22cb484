import { ERR_INVALID_UNCOMPRESSED_SIZE } from '@zip.js/zip.js'
import { SaxesParser, type SaxesTagPlain } from 'saxes'
import { chunksOf, stopIfAborted } from './bytes'
import { IntakeRefusal, REFUSALS } from './refusal'

export interface XmlHandlers {
  open(name: string, attributes: Record<string, string>): void
  close(name: string): void
  text(text: string): void
}

/** x:row and row are the same element: some producers prefix the main namespace. */
const local = (name: string) => (name.includes(':') ? name.slice(name.indexOf(':') + 1) : name)

/**
 * Parses a part piece by piece; after each piece the caller takes what the handlers gathered, so nothing piles up.
 * A DOCTYPE (and with it every entity of its own) is refused.
 */
export async function* parseXml(
  stream: ReadableStream<Uint8Array>,
  handlers: XmlHandlers,
  signal?: AbortSignal,
): AsyncGenerator<void> {
  const parser = new SaxesParser({ xmlns: false, position: false })
  parser.on('doctype', () => {
    throw REFUSALS.doctype()
  })
  parser.on('error', (error) => {
    throw REFUSALS.broken(error)
  })
  parser.on('opentag', (tag: SaxesTagPlain) => handlers.open(local(tag.name), tag.attributes))
  parser.on('closetag', (tag: SaxesTagPlain) => handlers.close(local(tag.name)))
  parser.on('text', (text) => handlers.text(text))
  parser.on('cdata', (text) => handlers.text(text))
  let decoder: TextDecoder | null = null
  for await (const chunk of chunksOf(stream, signal)) {
    decoder ??= new TextDecoder(xmlEncoding(chunk), { fatal: true })
    parser.write(decode(decoder, chunk))
    yield
  }
  if (!decoder) throw REFUSALS.broken()
  parser.write(decode(decoder))
  parser.close()
  yield
}

function xmlEncoding(chunk: Uint8Array): string {
  if (chunk[0] === 0xff && chunk[1] === 0xfe) return 'utf-16le'
  return chunk[0] === 0xfe && chunk[1] === 0xff ? 'utf-16be' : 'utf-8'
}

function decode(decoder: TextDecoder, chunk?: Uint8Array): string {
  try {
    return chunk ? decoder.decode(chunk, { stream: true }) : decoder.decode()
  } catch (error) {
    throw REFUSALS.broken(error)
  }
}

export async function parseWholeXml(
  stream: ReadableStream<Uint8Array>,
  handlers: XmlHandlers,
  signal?: AbortSignal,
): Promise<void> {
  for await (const _piece of parseXml(stream, handlers, signal)) stopIfAborted(signal)
}

/** Anything a reader of zip or XML throws is the file's fault, unless the caller gave up. */
export function asRefusal(error: unknown, signal?: AbortSignal): unknown {
  if (error instanceof IntakeRefusal || signal?.aborted) return error
  // The zip library counts too, and stops a part that outgrows its directory entry.
  if (error instanceof Error && error.message === ERR_INVALID_UNCOMPRESSED_SIZE) return REFUSALS.zipBomb()
  return REFUSALS.broken(error)
}
