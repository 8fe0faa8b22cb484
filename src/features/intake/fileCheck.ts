import { sizeText } from './batchWords'

/** The desk's own limit; larger files are refused after the whole upload, so say so before. */
export const MAX_FILE_BYTES = 100 * 1024 * 1024

export const ACCEPTED_EXTENSIONS = '.xlsx,.csv,.txt,.tsv'

export interface FileVerdict {
  /** Why the file cannot be sent, or null. */
  refusal: string | null
  /** Worth knowing, no obstacle. */
  hint: string | null
}

const PASS: FileVerdict = { refusal: null, hint: null }

const KNOWN: Record<string, FileVerdict> = {
  xlsx: PASS,
  csv: PASS,
  txt: PASS,
  tsv: PASS,
  xls: { refusal: '这是旧版 .xls 工作簿，请在 Excel 或 WPS 中另存为 .xlsx 后再选择', hint: null },
  et: { refusal: '这是 WPS 的 .et 表格，请在 WPS 中另存为 .xlsx 后再选择', hint: null },
  xlsm: { refusal: '这是含宏的工作簿，出于安全不予接收，请另存为 .xlsx 后再选择', hint: null },
  xlsb: { refusal: '这是二进制工作簿 .xlsb，请另存为 .xlsx 后再选择', hint: null },
}

/** What can be said of a file before it is sent; the server looks at its content. */
export function checkFile(file: { name: string; size: number }): FileVerdict {
  if (file.size === 0) return { refusal: '文件是空的，请检查后重新选择', hint: null }
  if (file.size > MAX_FILE_BYTES) {
    return { refusal: `文件有 ${sizeText(file.size)}，超过 100 MB；请按地区或年份拆分后分批导入`, hint: null }
  }
  const extension = /\.([^.]+)$/.exec(file.name)?.[1]?.toLowerCase() ?? ''
  const known = Object.prototype.hasOwnProperty.call(KNOWN, extension) ? KNOWN[extension] : undefined
  if (known) return known
  const named = extension === '' ? '文件没有扩展名' : `文件扩展名是 .${extension}`
  return { refusal: null, hint: `${named}，一般应为 .xlsx 或 .csv；可以上传，系统会按内容识别` }
}
