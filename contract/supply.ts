import { z } from 'zod'
import { SUPPLY_RINGS, SUPPLY_ZONES } from '@domain/indicator/localSupply'
import { LONGEST_PARTY_ID } from '@domain/party/nameKey'
import { HONOUR_TIERS } from '@domain/register/honourTier'
import { ChainKey, CreditCode, DataClass, Dataset, Decimal, DivisionMode, Line, RegionCode } from './common'

/** 参与方: the credit code of a firm, or `name:` and the normalised name where no code is known. */
export const PartyId = z
  .string()
  .max(LONGEST_PARTY_ID)
  .regex(/^([0-9A-Z]{18}|name:[^\u0000-\u001f\u007f]+)$/u, '企业标识应为 18 位信用代码，或 name: 加名称')
  .meta({ id: 'PartyId', examples: ['91219900MA0000066Y', 'name:某某轴承'] })

/** 在库企业 / 省外（信用代码属于其他省）/ 未入库. */
export const PartyKind = z
  .enum(['enterprise', 'outside', 'unlisted'])
  .meta({ id: 'PartyKind', description: '在库企业 / 省外 / 未入库' })
export type PartyKind = z.infer<typeof PartyKind>

export const EVIDENCE = ['declared', 'contract', 'tender', 'estimated', 'unstated'] as const
/** 证据类别: 申报 / 合同 / 招投标推断 / 推算 / 未注明. The last three are drawn dashed. */
export const Evidence = z
  .enum(EVIDENCE)
  .meta({ id: 'Evidence', description: '申报 / 合同 / 招投标推断 / 推算 / 未注明' })
export type Evidence = z.infer<typeof Evidence>
export const EVIDENCE_NAMES: Record<Evidence, string> = {
  declared: '申报',
  contract: '合同',
  tender: '招投标推断',
  estimated: '推算',
  unstated: '未注明',
}

/** 期别 of supply relations: they are reported by the year. */
export const SupplyYear = z.string().regex(/^\d{4}$/, '供应关系按年统计，应为四位年份')

/** What every question about supply says: whose region is 本地, which year, which data. */
export const SupplyQuery = z.strictObject({
  region: RegionCode,
  year: SupplyYear.optional().meta({ description: '省略时取最近有供应关系的年份' }),
  mode: DivisionMode.default('current'),
  dataset: Dataset.optional(),
})
export type SupplyQuery = z.input<typeof SupplyQuery>

export const SupplyHead = z.object({
  region: RegionCode,
  regionName: z.string(),
  year: SupplyYear.nullable().meta({ description: 'null = 没有任何供应关系' }),
  years: z.array(z.object({ year: SupplyYear, links: z.int() })).meta({ description: '有供应关系的年份，新的在前' }),
  mode: DivisionMode,
  dataset: Dataset,
  version: z.int(),
  updatedAt: z.string().nullable(),
})
export type SupplyHead = z.infer<typeof SupplyHead>

export const SupplyRing = z
  .enum(SUPPLY_RINGS)
  .meta({ id: 'SupplyRing', description: '与所选企业同县 / 同市 / 同省 / 省外 / 地点不明' })

export const Seat = z.object({ chain: ChainKey, chainName: z.string(), node: ChainKey, nodeName: z.string() })

/** A firm as a node of the network. */
export const SupplyParty = z
  .object({
    id: PartyId,
    name: z.string(),
    kind: PartyKind,
    county: RegionCode.nullable(),
    placeName: z.string().meta({ description: '市 · 县；不知道时写「未定位」' }),
    seats: z.array(Seat).meta({ description: '所在产业链与环节' }),
    leader: z.boolean().meta({ description: '任一产业链的链主' }),
    honour: z.enum(HONOUR_TIERS).nullable().meta({ description: '有效荣誉中最高的一级' }),
    revenueWan: Decimal.nullable(),
    suppliers: z.int().meta({ description: '当年已知的供应商数' }),
    buyers: z.int(),
  })
  .meta({ id: 'SupplyParty' })
export type SupplyParty = z.infer<typeof SupplyParty>

export const PartyQuery = SupplyQuery.extend({
  chain: ChainKey.optional().meta({ description: '只列这条链的链主（未给 q 时）' }),
  q: Line.max(64).optional().meta({ description: '名称的一部分或信用代码；省略时列本地区的链主' }),
  limit: z.coerce.number().int().min(1).max(50).default(20),
})
export type PartyQuery = z.input<typeof PartyQuery>

export const PartyList = SupplyHead.extend({
  total: z.int(),
  rows: z.array(SupplyParty),
}).meta({ id: 'PartyList' })
export type PartyList = z.infer<typeof PartyList>

const list = <T extends z.ZodType<string, string>>(item: T, most: number) =>
  z
    .string()
    .transform((text) => [...new Set(text.split(','))].filter((part) => part !== ''))
    .pipe(z.array(item).max(most))

/** Files name products at length; each that is offered as a filter can be asked for. */
const LONGEST_PRODUCT = 500

export const MOST_TIERS = 4
export const MOST_NODES = 5000

/** 供应网络: an ego network, walked by tiers. */
export const NetworkQuery = SupplyQuery.extend({
  firm: PartyId,
  direction: z.enum(['up', 'down', 'both']).default('both').meta({ description: '上游 / 下游 / 两边' }),
  tiers: z.coerce.number().int().min(1).max(MOST_TIERS).default(2),
  product: Line.max(LONGEST_PRODUCT).optional().meta({ description: '只走这种产品的供应关系' }),
  evidence: list(Evidence, EVIDENCE.length).optional().meta({ description: '只走这些证据类别，逗号分隔' }),
  chain: ChainKey.optional().meta({ description: '只看这条链上的企业，以及通往它们的企业' }),
  place: RegionCode.optional().meta({ description: '只看某市某县的企业，以及通往它们的企业' }),
  honour: z.enum(['any', ...HONOUR_TIERS]).optional(),
  group: z
    .enum(['auto', 'none', 'county', 'node'])
    .default('auto')
    .meta({ description: '聚合：自动（超过 400 家按县）/ 不聚合 / 按县 / 按环节' }),
  open: list(z.string().max(120), 200).optional().meta({ description: '展开的聚合，逗号分隔' }),
})
export type NetworkQuery = z.input<typeof NetworkQuery>

/** 层级: negative = upstream, 0 = the firm asked for. A firm found on both sides stands on the nearer, upstream first. */
const Tier = z.int().min(-MOST_TIERS).max(MOST_TIERS)

export const NetworkFirm = SupplyParty.extend({
  what: z.literal('firm'),
  tier: Tier,
  isBothSides: z.boolean().meta({ description: '既是上游又是下游' }),
  ring: SupplyRing,
  group: z.string().meta({ description: '聚合时归入的组' }),
  isVia: z.boolean().meta({ description: '本身不符合筛选，只因通往符合的企业而保留' }),
}).meta({ id: 'NetworkFirm' })
export type NetworkFirm = z.infer<typeof NetworkFirm>

export const NetworkGroup = z
  .object({
    what: z.literal('group'),
    id: z.string(),
    name: z.string(),
    tier: Tier,
    by: z.enum(['county', 'node']),
    county: RegionCode.nullable().meta({ description: '按县聚合时的县' }),
    firms: z.int(),
    leaders: z.int(),
    ring: SupplyRing.nullable().meta({ description: '按环节聚合时为 null' }),
  })
  .meta({ id: 'NetworkGroup' })
export type NetworkGroup = z.infer<typeof NetworkGroup>

export const LINK_MARKS = ['amount-conflict', 'share-sum', 'direction-unstated', 'mutual'] as const

/** All trades between two nodes in one direction. */
export const NetworkLink = z
  .object({
    id: z.string().meta({ description: '供方>需方' }),
    from: z.string().meta({ description: '供方（企业或组）' }),
    to: z.string().meta({ description: '需方（企业或组）' }),
    amountWan: Decimal.nullable().meta({ description: '已知金额之和；null = 都没有金额' }),
    sharePercent: Decimal.nullable().meta({ description: '只有一种产品且报了份额时' }),
    trades: z.int().meta({ description: '产品数（不同产品算不同的供应关系）' }),
    unknownAmounts: z.int().meta({ description: '其中没有金额的' }),
    products: z.array(z.string()).max(5).meta({ description: '金额最大的几种' }),
    evidence: Evidence.meta({ description: '其中最强的' }),
    isInferred: z.boolean().meta({ description: '全部是招投标推断、推算或未注明' }),
    marks: z
      .array(z.enum(LINK_MARKS))
      .meta({ description: '同一关系金额不一致 / 份额合计超过 100% / 方向未注明 / 互为供需' }),
  })
  .meta({ id: 'NetworkLink' })
export type NetworkLink = z.infer<typeof NetworkLink>

export const Network = SupplyHead.extend({
  firm: SupplyParty,
  direction: z.enum(['up', 'down', 'both']),
  tiers: z.int(),
  nodes: z.array(z.discriminatedUnion('what', [NetworkFirm, NetworkGroup])).max(MOST_NODES),
  links: z.array(NetworkLink),
  grouped: z.enum(['none', 'county', 'node']),
  notes: z.array(z.string()).meta({ description: '为什么聚合、截断，哪里没有走下去' }),
  totals: z.object({
    firms: z.int().meta({ description: '不含所选企业；聚合前' }),
    outside: z.int().meta({ description: '其中省外或未入库' }),
    links: z.int(),
    byTier: z.array(z.object({ tier: Tier, firms: z.int() })),
  }),
  products: z
    .array(z.object({ product: z.string(), links: z.int() }))
    .max(100)
    .meta({ description: '可供筛选的产品，多的在前' }),
}).meta({ id: 'Network' })
export type Network = z.infer<typeof Network>

export const LinkQuery = SupplyQuery.extend({ supplier: PartyId, buyer: PartyId })
export type LinkQuery = z.input<typeof LinkQuery>

export const MatchedBy = z
  .enum(['code', 'legal-name', 'former-name', 'alias', 'none'])
  .meta({ description: '按信用代码 / 按法定名称 / 按曾用名 / 按别名（人工确认）/ 未匹配' })
export type MatchedBy = z.infer<typeof MatchedBy>

/** 谁说的、什么时候说的: one row of one file. */
export const Assertion = z
  .object({
    year: z.string(),
    product: z.string().nullable(),
    amountWan: Decimal.nullable(),
    sharePercent: Decimal.nullable(),
    evidence: Evidence,
    evidenceText: z.string().nullable().meta({ description: '原文' }),
    document: z.string().nullable(),
    statedOn: z.string().nullable(),
    ttrDays: z.number().nullable().meta({ description: 'TTR 供方恢复供货所需天数' }),
    ttsDays: z.number().nullable().meta({ description: 'TTS 断供后需方能维持的天数' }),
    alternates: z.int().nullable(),
    mark: z.enum(LINK_MARKS).nullable(),
    isUsed: z.boolean().meta({ description: '画面采用的一条；同一关系有几条时取最近入库的' }),
    supplierName: z.string().nullable().meta({ description: '文件里的写法' }),
    buyerName: z.string().nullable(),
    supplierMatchedBy: MatchedBy,
    buyerMatchedBy: MatchedBy,
    batch: z.string(),
    fileName: z.string(),
    provider: z.string(),
    dataClass: DataClass,
    publishedAt: z.string().nullable(),
    row: z.int(),
  })
  .meta({ id: 'Assertion' })
export type Assertion = z.infer<typeof Assertion>

export const LinkCard = SupplyHead.extend({
  supplier: SupplyParty,
  buyer: SupplyParty,
  assertions: z.array(Assertion).meta({ description: '各年，新的在前' }),
}).meta({ id: 'LinkCard' })
export type LinkCard = z.infer<typeof LinkCard>

export const LONGEST_PATH = 8

export const PathQuery = SupplyQuery.extend({ from: PartyId, to: PartyId })
export type PathQuery = z.input<typeof PathQuery>

/** 这家怎么挂上链主的: the shortest way, along trades in either direction. */
export const SupplyPath = SupplyHead.extend({
  from: SupplyParty,
  to: SupplyParty,
  hops: z
    .array(z.object({ link: NetworkLink, isForward: z.boolean(), party: SupplyParty }))
    .nullable()
    .meta({ description: 'party 为这一步到达的企业；null = 8 步之内没有通路' }),
}).meta({ id: 'SupplyPath' })
export type SupplyPath = z.infer<typeof SupplyPath>

export const EgoQuery = SupplyQuery.extend({
  firm: PartyId,
  tiers: z.coerce.number().int().min(1).max(MOST_TIERS).default(2).meta({ description: '整零共同体算到几级' }),
})
export type EgoQuery = z.input<typeof EgoQuery>

/** A share with what it is made of; null = it cannot be had, `missing` says why. */
export const SupplyShare = z.object({
  numerator: Decimal.nullable(),
  denominator: Decimal.nullable(),
  ratio: Decimal.nullable(),
  missing: z.string().nullable(),
})
export type SupplyShare = z.infer<typeof SupplyShare>

const CODE = CreditCode.nullable()

/** 链主的数: each opens to its card by `ref`. */
export const EgoFigures = SupplyHead.extend({
  firm: SupplyParty,
  tiers: z.int(),
  localRates: z.array(
    z.object({
      zone: z.enum(SUPPLY_ZONES),
      zoneName: z.string(),
      byCount: SupplyShare,
      byCountRef: z.string(),
      byAmount: SupplyShare,
      byAmountRef: z.string(),
    }),
  ),
  withoutAmount: z.int().meta({ description: '没有金额的供应商，不进按额的配套率' }),
  suppliers: z.int(),
  suppliersRef: z.string(),
  citySuppliers: z.int().nullable().meta({ description: '市内供应商数量；null = 企业不知道在哪个市' }),
  citySuppliersRef: z.string(),
  buyers: z.int(),
  buyersRef: z.string(),
  purchasesWan: Decimal.nullable(),
  salesWan: Decimal.nullable(),
  depth: z.object({ up: z.int(), down: z.int() }).meta({ description: '已知层级，最多数到 4' }),
  topSupplier: z
    .object({ party: SupplyParty, share: SupplyShare, ref: z.string() })
    .nullable()
    .meta({ description: '最大供应商依赖：分母为已知采购额；null = 没有大于零的金额' }),
  topBuyer: z.object({ party: SupplyParty, share: SupplyShare, ref: z.string() }).nullable().meta({
    description: '最大客户依赖：分母为营业收入与已知供货额中较大的，营业收入不知道或不在权限内时为已知供货额',
  }),
  singleSource: z
    .array(z.object({ product: z.string(), supplier: SupplyParty, amountWan: Decimal.nullable() }))
    .meta({ description: '只有一家供应商的产品' }),
  singleSourceRef: z.string(),
  multiChain: z
    .array(z.object({ party: SupplyParty, chains: z.array(z.string()) }))
    .meta({ description: '服务两条链以上的供应商：买方分属两条以上产业链' }),
  multiChainRef: z.string(),
  community: z
    .object({
      count: z.int(),
      ref: z.string(),
      members: z.array(
        z.object({ party: SupplyParty, tier: Tier, role: z.enum(['leader', 'supplier', 'buyer', 'both']) }),
      ),
      isCut: z.boolean().meta({ description: '只列前 500 家，Excel 里是全部' }),
    })
    .meta({ description: '整零共同体：链主与辖区内上下游企业' }),
  family: z
    .object({
      parent: z.object({ creditCode: CODE, name: z.string() }).nullable(),
      children: z.array(z.object({ creditCode: CODE, name: z.string() })),
      siblings: z.array(z.object({ creditCode: CODE, name: z.string() })),
    })
    .meta({ description: '母公司、子公司、同一母公司的其他公司' }),
}).meta({ id: 'EgoFigures' })
export type EgoFigures = z.infer<typeof EgoFigures>
