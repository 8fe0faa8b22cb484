import { bytesAt, startsWith } from './bytes'
import { openCsv } from './csv'
import { LIMITS } from './limits'
import { REFUSALS } from './refusal'
import type { TableFile } from './table'
import { openXlsx } from './xlsx'

const ZIP = [
  [0x50, 0x4b, 0x03, 0x04],
  [0x50, 0x4b, 0x05, 0x06],
]
const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]
const OTHERS: [number[], string][] = [
  [[0x25, 0x50, 0x44, 0x46], '这是 PDF 文件'],
  [[0x89, 0x50, 0x4e, 0x47], '这是图片'],
  [[0xff, 0xd8, 0xff], '这是图片'],
  [[0x52, 0x61, 0x72, 0x21], '这是 RAR 压缩包'],
  [[0x37, 0x7a, 0xbc, 0xaf], '这是 7z 压缩包'],
  [[0x1f, 0x8b], '这是 gzip 压缩包'],
  [[0x09, 0x08], '这是很旧的 .xls 工作簿'],
]

const utf16 = (text: string) => [...text].flatMap((character) => [character.charCodeAt(0), 0])
const ENCRYPTED_PACKAGE = utf16('EncryptedPackage')

/** Whether an OLE container is an encrypted .xlsx: its directory then names the stream EncryptedPackage. */
async function isEncryptedPackage(file: Blob): Promise<boolean> {
  const header = await bytesAt(file, 0, 512)
  if (header.byteLength < 512) return false
  const view = new DataView(header.buffer, header.byteOffset, header.byteLength)
  const sector = 1 << Math.min(view.getUint16(30, true), 16)
  const directory = await bytesAt(file, (view.getUint32(48, true) + 1) * sector, 16 * 1024)
  for (let at = 0; at + 128 <= directory.byteLength; at += 128) {
    if (startsWith(directory.subarray(at, at + 64), ENCRYPTED_PACKAGE)) return true
  }
  return false
}

/**
 * 打开上传的表: what a file is, is told by its bytes; the name decides nothing.
 * @throws IntakeRefusal with a sentence for the user
 */
export async function openTable(file: Blob, signal?: AbortSignal): Promise<TableFile> {
  if (file.size === 0) throw REFUSALS.empty()
  if (file.size > LIMITS.fileBytes) throw REFUSALS.tooLarge()
  const head = await bytesAt(file, 0, 16)
  if (ZIP.some((signature) => startsWith(head, signature))) return openXlsx(file, signal)
  if (startsWith(head, OLE)) throw (await isEncryptedPackage(file)) ? REFUSALS.encrypted() : REFUSALS.oldXls()
  const other = OTHERS.find(([signature]) => startsWith(head, signature))
  if (other) throw REFUSALS.notATable(other[1])
  return openCsv(file, signal)
}
