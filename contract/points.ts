import { z } from 'zod'
import { FINEST_TILE, MOST_MARKS } from '@domain/geo/pointTiles'
import { ChainKey, CreditCode, Dataset, DivisionMode, Period, RegionCode, Scope } from './common'
import { EnterpriseQuery } from './enterprises'
import { MapCrs } from './selection'

/** 企业点位: whose points are asked for; the spelling of the enterprise list. */
export const PointQuery = z.strictObject({
  region: RegionCode,
  chain: ChainKey.optional(),
  node: ChainKey.optional().meta({ description: '只看一个环节；须同时给出产业链' }),
  period: Period.optional(),
  scope: Scope.default('all'),
  mode: DivisionMode.default('current'),
  dataset: Dataset.optional(),
  honour: EnterpriseQuery.shape.honour,
  v: z.coerce
    .number()
    .int()
    .min(0)
    .optional()
    .meta({ type: 'integer', description: '数据版本；随数据更新而变，使旧瓦片失效' }),
})
export type PointQuery = z.input<typeof PointQuery>

/** A part of the path: digits and nothing else. */
const Whole = z
  .string()
  .regex(/^\d{1,10}$/, '应为非负整数')
  .transform(Number)

/** 瓦片号 (XYZ, Web Mercator). */
export const TileAddress = z
  .object({
    z: Whole.refine((zoom) => zoom <= FINEST_TILE, `至多 ${FINEST_TILE} 级`).meta({
      description: '级',
      examples: ['6'],
    }),
    x: Whole.meta({ description: '列号', examples: ['53'] }),
    y: z
      .string()
      .regex(/^\d{1,5}\.mvt$/, '应为行号加 .mvt')
      .meta({ description: '行号加 .mvt', examples: ['24.mvt'] })
      .transform((file) => Number.parseInt(file, 10)),
  })
  .superRefine((at, check) => {
    const last = 2 ** at.z - 1
    for (const axis of ['x', 'y'] as const) {
      if (at[axis] > last) check.addIssue({ code: 'custom', path: [axis], message: `第 ${at.z} 级至多到 ${last}` })
    }
  })

const EDGES = 4

/** 经纬度范围. */
export const BoundingBox = z
  .string()
  .regex(/^-?\d{1,3}(\.\d{1,12})?(,-?\d{1,3}(\.\d{1,12})?){3}$/, '应为“西,南,东,北”四个度数')
  .meta({ description: '西,南,东,北，单位度，坐标系与地图一致', examples: ['118.8,38.7,125.8,43.5'] })
  .transform((text, check) => {
    const [west = 0, south = 0, east = 0, north = 0] = text.split(',', EDGES).map(Number)
    if (west < -180 || east > 180 || south < -90 || north > 90 || west >= east || south >= north) {
      check.addIssue({ code: 'custom', message: '西应小于东、南应小于北，且不出经纬度的范围' })
    }
    return [west, south, east, north] as [number, number, number, number]
  })

export const PointMarksQuery = PointQuery.extend({
  bbox: BoundingBox,
  zoom: z.coerce
    .number()
    .min(0)
    .max(24)
    .meta({ param: { required: true }, type: 'number' }),
})
export type PointMarksQuery = z.input<typeof PointMarksQuery>

/** For browsers that cannot draw vector tiles. */
export const PointMarks = z
  .object({
    zoom: z.int().meta({ description: '实际聚合的级别；范围过大时比所求的粗' }),
    crs: MapCrs,
    version: z.int(),
    dataset: Dataset,
    marks: z
      .array(
        z.object({
          lng: z.number(),
          lat: z.number(),
          count: z.int(),
          cluster: z.int().nullable(),
          creditCode: CreditCode.nullable(),
        }),
      )
      .max(MOST_MARKS),
  })
  .meta({ id: 'PointMarks' })
export type PointMarks = z.infer<typeof PointMarks>

export const ClusterId = z.object({
  id: Whole.meta({ description: '聚合点编号，只在同一数据版本、同一筛选条件内有效' }),
})

export const PointClusterQuery = PointQuery.extend({ limit: z.coerce.number().int().min(1).max(50).default(50) })
export type PointClusterQuery = z.input<typeof PointClusterQuery>

export const PointCluster = z
  .object({
    count: z.int(),
    expansionZoom: z.int().nullable().meta({ description: '放大到这一级即散开；null = 都在同一地点，放大也不散开' }),
    enterprises: z
      .array(z.object({ creditCode: CreditCode, name: z.string(), countyName: z.string() }))
      .max(50)
      .meta({ description: '其中若干家（不是排名），按名称' }),
  })
  .meta({ id: 'PointCluster' })
export type PointCluster = z.infer<typeof PointCluster>

/** enterprises = located + unlocated; the enterprises are those of the list under the same filters. */
export const PointSummary = z
  .object({
    enterprises: z.int(),
    located: z.int().meta({ description: '有坐标、画在地图上的企业' }),
    unlocated: z.int().meta({ description: '没有坐标、只计数不上图的企业' }),
    crs: MapCrs.meta({ description: '点位所用坐标系，与该地区界线一致' }),
    version: z.int(),
    dataset: Dataset,
  })
  .meta({ id: 'PointSummary' })
export type PointSummary = z.infer<typeof PointSummary>
