import { z } from 'zod'
import { readRing } from '@domain/geo/areaRing'
import { RULE_VERSIONS } from '@domain/honour/ruleVersion'
import { HONOUR_TIERS } from '@domain/register/honourTier'
import {
  ChainKey,
  CreditCode,
  DataClass,
  Dataset,
  Decimal,
  DivisionMode,
  Line,
  Period,
  RegionCode,
  Scope,
} from './common'

/** 坐标系: CGCS2000 (WGS-84 alike), GCJ-02 (高德、腾讯), BD-09 (百度). */
export const CrsName = z.enum(['CGCS2000', 'GCJ-02', 'BD-09']).meta({ id: 'Crs' })

/** How an enterprise came to a node: 人工 / 规则 / 申报. */
export const MembershipHow = z.enum(['rule', 'manual', 'declared']).meta({ id: 'MembershipHow' })

/** 荣誉今天的状态; `open` holds without a known end, `superseded` is said anew by a later list. */
export const HonourState = z
  .enum(['valid', 'open', 'upcoming', 'lapsed', 'revoked', 'superseded'])
  .meta({ id: 'HonourState', description: '有效 / 有效（有效期不明）/ 未到起始日 / 到期 / 撤销 / 已由后发名单更新' })
export type HonourState = z.infer<typeof HonourState>

/** Where the county of an enterprise was taken from; `code` is the weakest source. */
export const LocatedBy = z.enum(['declared', 'address', 'code', 'none']).meta({ id: 'LocatedBy' })

export const EnterpriseSort = z.enum(['revenue', 'name', 'code', 'confidence']).meta({ id: 'EnterpriseSort' })

/** 圈选范围: the vertices of a ring, in the coordinate system that the region's map is drawn in. */
export const AreaRing = z
  .string()
  .max(2000)
  .superRefine((text, check) => {
    const ring = readRing(text)
    if ('fault' in ring) check.addIssue({ code: 'custom', message: ring.fault })
  })
  .meta({
    id: 'AreaRing',
    description: '圈选范围，“经度,纬度;经度,纬度;…”，3 至 60 个顶点，自动闭合；坐标系与该地区地图一致；边上的点算在内',
    examples: ['123.2,41.7;123.5,41.7;123.5,41.9;123.2,41.9'],
  })

/** 挂链状态: on the chain (or node) asked for, or on no chain at all. */
export const EnterpriseQuery = z.strictObject({
  region: RegionCode,
  chain: ChainKey.optional(),
  node: ChainKey.optional(),
  group: ChainKey.optional(),
  stage: z.enum(['up', 'mid', 'down']).optional(),
  linked: z.enum(['yes', 'no']).optional().meta({ description: 'no = 未挂任何产业链的企业' }),
  period: Period.optional(),
  scope: Scope.default('all'),
  mode: DivisionMode.default('current'),
  dataset: Dataset.optional(),
  county: RegionCode.optional().meta({ description: '再限定到某个市或县' }),
  honour: z.enum(['any', ...HONOUR_TIERS]).optional(),
  leader: z.enum(['yes']).optional(),
  q: Line.max(64).optional(),
  area: AreaRing.optional(),
  sort: EnterpriseSort.optional().meta({
    description: '省略时按营业收入从高到低；访客不能按营业收入排序，省略时按名称',
  }),
  cursor: z.string().max(400).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
})
export type EnterpriseQuery = z.input<typeof EnterpriseQuery>

export const EnterpriseRow = z
  .object({
    creditCode: CreditCode,
    name: z.string(),
    county: RegionCode.nullable(),
    countyName: z.string().meta({ description: '未定位时写「未定位」' }),
    locatedBy: LocatedBy,
    inStatScope: z.boolean().nullable(),
    revenueWan: Decimal.nullable().meta({ description: '营业收入（万元）；null = 未报送，或不向查看者公开' }),
    honours: z.array(z.string()),
    leader: z.boolean(),
    /** 为什么在这个环节; null when the list is not about one chain. */
    membership: z
      .object({ node: ChainKey, nodeName: z.string(), how: MembershipHow, confidence: z.number(), reason: z.string() })
      .nullable(),
  })
  .meta({ id: 'EnterpriseRow' })
export type EnterpriseRow = z.infer<typeof EnterpriseRow>

export const EnterprisePage = z
  .object({
    total: z.int(),
    rows: z.array(EnterpriseRow),
    nextCursor: z.string().nullable(),
    dataset: Dataset,
    period: Period.nullable(),
    version: z.int(),
  })
  .meta({ id: 'EnterprisePage' })
export type EnterprisePage = z.infer<typeof EnterprisePage>

export const EnterpriseDetail = z
  .object({
    creditCode: CreditCode,
    name: z.string(),
    dataset: Dataset,
    otherNames: z.array(z.string()).meta({ description: '其他批次中的不同名称' }),
    address: z.string().nullable(),
    county: RegionCode.nullable(),
    countyName: z.string(),
    locatedBy: LocatedBy,
    products: z.string().nullable(),
    businessScope: z.string().nullable(),
    industryCode: z.string().nullable(),
    industryName: z.string().nullable(),
    inStatScope: z.boolean().nullable(),
    registeredOn: z.string().nullable(),
    point: z
      .object({
        lng: z.number(),
        lat: z.number(),
        givenAs: CrsName.meta({ description: '名录给出时的坐标系' }),
      })
      .nullable()
      .meta({ description: '坐标，CGCS2000 度数，保留 6 位小数；null = 名录没有提供' }),
    facts: z.array(
      z.object({
        indicator: z.string(),
        name: z.string(),
        period: Period,
        value: Decimal,
        unit: z.string(),
        dataClass: DataClass,
        batch: z.string(),
        provider: z.string(),
      }),
    ),
    honours: z.array(
      z.object({
        programme: z.string(),
        level: z.string().nullable(),
        batchName: z.string().nullable(),
        validFrom: z.string().nullable(),
        validTo: z.string().nullable(),
        valid: z.boolean(),
        state: HonourState,
        ruleVersion: z.enum(RULE_VERSIONS).nullable().meta({ description: '按认定日期对应的认定办法版本' }),
        endDerived: z.boolean().meta({ description: '有效期止是按认定日期加三年推算的' }),
        document: z.string().nullable(),
        note: z.string().nullable(),
      }),
    ),
    memberships: z.array(
      z.object({
        chain: ChainKey,
        chainName: z.string(),
        node: ChainKey,
        nodeName: z.string(),
        how: MembershipHow,
        confidence: z.number(),
        reason: z.string(),
        /** false: taken off this node by hand; shown struck through. */
        active: z.boolean(),
      }),
    ),
    history: z.array(
      z.object({
        batch: z.string(),
        fileName: z.string().nullable().meta({ description: 'null = 不向查看者公开，行号同' }),
        provider: z.string(),
        period: Period,
        publishedAt: z.string(),
        row: z.int().nullable(),
        name: z.string(),
      }),
    ),
  })
  .meta({ id: 'EnterpriseDetail' })
export type EnterpriseDetail = z.infer<typeof EnterpriseDetail>

/** 人工调整: put an enterprise on a node, or take it off. Survives re-runs of the rules. */
export const OverrideRequest = z
  .strictObject({
    dataset: Dataset,
    creditCode: CreditCode,
    chain: ChainKey,
    node: ChainKey,
    action: z.enum(['include', 'exclude', 'reset']),
    reason: z.string().trim().max(200),
  })
  .refine((value) => value.action === 'reset' || value.reason.length >= 2, {
    path: ['reason'],
    message: '请写明调整理由（至少两个字）',
  })
  .meta({ id: 'OverrideRequest' })
export type OverrideRequest = z.infer<typeof OverrideRequest>

export const SearchQuery = z.strictObject({
  region: RegionCode,
  chain: ChainKey,
  q: Line.min(1, '请输入要查找的环节或企业').max(64),
  mode: DivisionMode.default('current'),
  dataset: Dataset.optional(),
})
export type SearchQuery = z.input<typeof SearchQuery>

export const SearchAnswer = z
  .object({
    nodes: z.array(z.object({ id: ChainKey, name: z.string(), groupName: z.string() })),
    enterprises: z.array(
      z.object({ creditCode: z.string(), name: z.string(), countyName: z.string(), nodes: z.array(ChainKey) }),
    ),
  })
  .meta({ id: 'SearchAnswer' })
export type SearchAnswer = z.infer<typeof SearchAnswer>

export const EnterpriseDetailQuery = z.strictObject({ dataset: Dataset.optional() })
