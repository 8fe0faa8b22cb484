import { z } from 'zod'
import { Dataset, Period, RegionCode } from './common'

export const RegionLevel = z.enum(['country', 'province', 'city', 'county']).meta({ id: 'RegionLevel' })

export const RegionSummary = z
  .object({ code: RegionCode, name: z.string(), level: RegionLevel })
  .meta({ id: 'RegionSummary' })
export type RegionSummary = z.infer<typeof RegionSummary>

export const RegionDetail = RegionSummary.extend({
  /** From the province down to the region itself: the breadcrumb. */
  path: z.array(RegionSummary),
  children: z.array(RegionSummary),
  /** 功能区 (开发区、高新区 …): they overlap counties and are never summed with them. */
  functionalAreas: z.array(
    z.object({ id: z.string(), name: z.string(), kind: z.string(), parents: z.array(RegionCode) }),
  ),
  footnotes: z.array(z.string()),
}).meta({ id: 'RegionDetail' })
export type RegionDetail = z.infer<typeof RegionDetail>

/** A province that opens by configuration (packs/<province>/profile.json). */
export const Province = z
  .object({
    code: RegionCode,
    name: z.string(),
    isDefault: z.boolean(),
    chains: z.array(z.string()),
    /** 亿元 or 万元: what this province's forms use. */
    moneyUnit: z.enum(['亿元', '万元']),
  })
  .meta({ id: 'Province' })
export type Province = z.infer<typeof Province>

/** What data a region has: the choices of the 统计期 and 数据 switches. */
export const Coverage = z
  .object({
    region: RegionCode,
    /** The dataset a view takes when none is named; null when the region has no data at all. */
    preferred: Dataset.nullable(),
    datasets: z.array(
      z.object({
        dataset: Dataset,
        enterprises: z.int(),
        /** Newest first. */
        periods: z.array(Period),
        batches: z.int(),
        updatedAt: z.string().nullable(),
      }),
    ),
  })
  .meta({ id: 'Coverage' })
export type Coverage = z.infer<typeof Coverage>

export const RegionParams = z.object({ region: RegionCode })
