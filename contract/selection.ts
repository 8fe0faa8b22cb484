import { z } from 'zod'
import { ChainKey, Dataset, Period, RegionCode } from './common'
import { AreaRing, EnterpriseQuery } from './enterprises'
import { Figures } from './panorama'

/** 圈选: the filters of the enterprise list, with an area. */
export const SelectionQuery = EnterpriseQuery.omit({ sort: true, cursor: true, limit: true }).extend({
  chain: ChainKey,
  area: AreaRing,
})
export type SelectionQuery = z.input<typeof SelectionQuery>

/** 坐标系 that a map is drawn in. */
export const MapCrs = z.enum(['CGCS2000', 'GCJ-02', 'BD-09'])

export const Selection = z
  .object({
    /** Equals the total of the enterprise list under the same filters. */
    enterprises: z.int(),
    figures: Figures,
    /** Everyone selected by 县（市、区）, most first; Σ = enterprises. A code above the county is 未定位到县. */
    byCounty: z.array(z.object({ code: RegionCode, name: z.string(), enterprises: z.int() })),
    topNodes: z.array(z.object({ id: ChainKey, name: z.string(), figures: Figures })),
    notPlaced: z.int().meta({
      description: '同样筛选条件下、涉及的县（市、区）内没有坐标的企业（家）：无法判断是否在圈内，不计入',
    }),
    crs: MapCrs.meta({ description: '圈选范围的坐标系，与地图一致' }),
    dataset: Dataset,
    period: Period,
    version: z.int(),
    method: z.array(z.string()),
  })
  .meta({ id: 'Selection' })
export type Selection = z.infer<typeof Selection>
