import type { Context } from 'hono'
import { writeWorkbook, XLSX_MIME } from '../sheet/workbook'
import type { Workbook } from './workbook'

/** Streams a workbook; the name travels in UTF-8 (RFC 6266). */
export function sendWorkbook(c: Context, { fileName, sheets }: Workbook): Response {
  return c.body(writeWorkbook(sheets), 200, {
    'Content-Type': XLSX_MIME,
    'Content-Disposition': `attachment; filename="export.xlsx"; filename*=UTF-8''${encodeURIComponent(fileName)}`,
    'Cache-Control': 'private, no-store',
  })
}
