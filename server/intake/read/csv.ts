import type { RawRow } from '@domain/register/mapping'
import { bytesAt, chunksOf, startsWith } from './bytes'
import { CsvRecords, sniffDelimiter } from './csvRecords'
import { LIMITS } from './limits'
import { REFUSALS } from './refusal'
import type { TableFile, TableSheet } from './table'

const SAMPLE_BYTES = 64 * 1024

type Encoding = { label: string; name: string }
const UTF8: Encoding = { label: 'utf-8', name: 'UTF-8' }
const GB18030: Encoding = { label: 'gb18030', name: 'GB18030' }

/** By byte order mark; else strict UTF-8 over the whole file (one stray line decides), else GB18030 (GBK, GB2312). */
async function detectEncoding(file: Blob, signal?: AbortSignal): Promise<Encoding> {
  const head = await bytesAt(file, 0, 4)
  if (startsWith(head, [0xef, 0xbb, 0xbf])) return { label: 'utf-8', name: 'UTF-8（带 BOM）' }
  if (startsWith(head, [0xff, 0xfe])) return { label: 'utf-16le', name: 'UTF-16LE' }
  if (startsWith(head, [0xfe, 0xff])) return { label: 'utf-16be', name: 'UTF-16BE' }
  const decoder = new TextDecoder('utf-8', { fatal: true })
  try {
    for await (const chunk of chunksOf(file.stream(), signal)) decoder.decode(chunk, { stream: true })
    decoder.decode()
    return UTF8
  } catch (error) {
    if (signal?.aborted) throw error
    return GB18030
  }
}

async function* decoded(
  file: Blob,
  encoding: Encoding,
  signal?: AbortSignal,
): AsyncGenerator<{ text: string; bytes: number }> {
  // The decoder keeps a character that a chunk border cuts in two. It strips the byte order mark itself.
  const decoder = new TextDecoder(encoding.label, { fatal: true })
  let bytes = 0
  for await (const chunk of chunksOf(file.stream(), signal)) {
    bytes += chunk.byteLength
    let text: string
    try {
      text = decoder.decode(chunk, { stream: true })
    } catch {
      throw REFUSALS.encoding()
    }
    yield { text, bytes }
  }
  yield { text: decoder.decode(), bytes }
}

/** ="00123" is how people keep leading zeros in a csv; a trailing tab likewise. */
function cleanCell(cell: string): string {
  const forced = /^="([^"]*)"$/u.exec(cell.trim())
  return forced ? (forced[1] ?? '') : cell.endsWith('\t') ? cell.trimEnd() : cell
}

async function* readRows(
  file: Blob,
  encoding: Encoding,
  delimiter: string,
  options: Parameters<TableSheet['rows']>[0] = {},
): AsyncGenerator<RawRow> {
  const { signal, onProgress } = options
  const records = new CsvRecords(delimiter)
  let row = 0
  const numbered = function* (batch: string[][]): Generator<RawRow> {
    for (const record of batch) {
      row += 1
      if (record.every((cell) => cell.trim() === '')) continue
      if (record.length > LIMITS.columns && record.slice(LIMITS.columns).some((cell) => cell.trim() !== '')) {
        throw REFUSALS.tooManyColumns(LIMITS.columns)
      }
      yield { row, cells: record.map(cleanCell) }
    }
  }
  for await (const { text, bytes } of decoded(file, encoding, signal)) {
    const batch: string[][] = []
    records.push(text, batch)
    onProgress?.(bytes / file.size)
    yield* numbered(batch)
  }
  const rest: string[][] = []
  records.end(rest)
  yield* numbered(rest)
}

/** A csv of any of the encodings and delimiters met in offices. */
export async function openCsv(file: Blob, signal?: AbortSignal): Promise<TableFile> {
  const encoding = await detectEncoding(file, signal)
  let sample: string
  try {
    sample = new TextDecoder(encoding.label, { fatal: true }).decode(await bytesAt(file, 0, SAMPLE_BYTES), {
      stream: true,
    })
  } catch {
    throw REFUSALS.encoding()
  }
  if (/[\u0000-\u0008\u000e-\u001a]/u.test(sample)) throw REFUSALS.notATable('这不是表格文件')
  if (/^\s*(?:<!doctype|<html|<table|<\?xml|\{\\rtf|%PDF)/iu.test(sample)) {
    throw REFUSALS.notATable('这是网页或其他格式，只是扩展名像表格')
  }
  const delimiter = sniffDelimiter(sample)
  const sheet: TableSheet = {
    name: '',
    hidden: false,
    rows: (options) => readRows(file, encoding, delimiter, options),
  }
  return { format: 'csv', encoding: encoding.name, sheets: [sheet] }
}
