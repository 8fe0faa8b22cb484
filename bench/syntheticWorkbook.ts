import { createWriteStream } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream as NodeReadableStream } from 'node:stream/web'
import type { CellValue } from '@server/sheet/cells'
import { writeWorkbook } from '@server/sheet/workbook'
import { syntheticEnterprises } from './syntheticEnterprises'

function* rows(count: number): Generator<CellValue[]> {
  for (const firm of syntheticEnterprises(count)) {
    yield [
      firm.name,
      firm.creditCode,
      firm.cityName,
      firm.countyName,
      firm.products,
      firm.industryCode,
      firm.inStatScope ? '是' : '否',
      firm.revenueWan,
    ]
  }
}

/** A register workbook of invented firms, written as a stream. */
export async function writeSyntheticWorkbook(file: string, count: number): Promise<void> {
  const headers = [
    '企业名称',
    '统一社会信用代码',
    '所属市',
    '所属区县',
    '主要产品',
    '行业代码',
    '是否纳统',
    '营业收入（万元）',
  ]
  const columns = headers.map((header, at) => ({ header, type: at === 7 ? ('amount' as const) : ('text' as const) }))
  const workbook = writeWorkbook([{ name: '企业名录', columns, rows: rows(count) }])
  await pipeline(Readable.fromWeb(workbook as NodeReadableStream<Uint8Array>), createWriteStream(file))
}
