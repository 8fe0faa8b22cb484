import { sql } from 'kysely'
import { COUNTRY, type SourceContext } from './context'
import { periodsIn, type Frame } from './view'

/** A province of the national view. */
export interface NationProvince {
  code: string
  name: string
  /** 统计期 it can answer for, newest first; empty where nobody published a register. */
  periods: string[]
}

/**
 * All provinces in force. One without a published register of its own is 暂无数据, even where registers of other
 * provinces name enterprises in it: a few strays are not that province.
 */
export async function nationProvinces(context: SourceContext, { dataset }: Pick<Frame, 'dataset'>) {
  const { rows } = await sql<{ province: string }>`
    select distinct province from batch
    where dataset = ${dataset} and kind = 'register' and status = 'published'`.execute(context.db)
  const imported = new Set(rows.map(({ province }) => province))
  const provinces: NationProvince[] = []
  for (const { code, name } of context.regions.provinces()) {
    const periods = imported.has(code) && code !== COUNTRY ? await periodsIn(context, code, dataset) : []
    provinces.push({ code, name, periods })
  }
  return provinces
}

export const hasPeriod = ({ periods }: NationProvince, { period }: Pick<Frame, 'period'>) => periods.includes(period)

/** Why a province is missing from the figures of a period; null where it is not. */
export function absenceOf(province: NationProvince, frame: Pick<Frame, 'period'>): string | null {
  if (hasPeriod(province, frame)) return null
  const [newest] = province.periods
  return newest === undefined ? '暂无数据' : `本统计期没有数据，最近一期是 ${newest}`
}
