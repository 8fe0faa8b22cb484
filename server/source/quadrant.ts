import { Decimal } from 'decimal.js'
import type { z } from 'zod'
import type { Quadrant, QuadrantHeight, QuadrantId, QuadrantPoint, QuadrantQuery } from '@contract/analysis'
import type { PanoramaNode } from '@contract/panorama'
import type { Suppression } from '@domain/disclosure/suppression'
import { ratioOf, roundHalfUp } from '@domain/indicator/rounding'
import { areaName, areaOf, headOf, openAnalysis, type Analysis } from './analysisFrame'
import { ESTIMATED, measureOf, readTable, type Measure, type RegionTable } from './analysisTable'
import type { RegionRows } from './clusterRows'
import { COUNTRY, type SourceContext } from './context'
import { readUnits, unitOf, type UnitRow } from './figures'
import { readPanorama } from './panorama'
import type { Principal } from './principal'
import { growthBetween, growthMissing, yearBefore } from './regionMeasures'

const RATIO_DIGITS = 4

/** 四象限: regions or nodes by 区位商 and by 增速 or 占比. */
export async function readQuadrant(
  context: SourceContext,
  principal: Principal,
  query: z.output<typeof QuadrantQuery>,
): Promise<Quadrant> {
  const analysis = await openAnalysis(context, principal, query)
  return query.points === 'nodes' ? ofNodes(analysis, query.height) : ofRegions(analysis, query)
}

async function ofRegions(analysis: Analysis, { level, height }: z.output<typeof QuadrantQuery>): Promise<Quadrant> {
  const { context, frame } = analysis
  const area = await areaOf(analysis, level)
  const table = await readTable(analysis, frame, area)
  const name = areaName(context, area.among)
  const draws = table.rows.map((row): Draw => {
    const { figures, quotientBasis } = row.region
    return {
      id: row.code,
      name: row.name,
      figures,
      quotientBasis,
      quotient: measureOf('quotient', row, table.root),
      height: height === 'growth' ? measureOf('growth', row, table.root) : shareOf(row.own.subject, table.root.subject),
    }
  })
  const whole = height === 'growth' ? rootGrowth(table) : null
  const line = whole === null ? medianLine(draws, height) : { value: whole, text: `${name}该链增速` }
  return assemble(analysis, {
    points: 'regions',
    height,
    level: area.level,
    reference: { code: area.among, name },
    whole: table.root.subject,
    draws,
    line,
  })
}

/** 占比 by revenue; where nobody above reported any, by number of enterprises. */
function shareOf(own: UnitRow, all: UnitRow): Measure {
  const byRevenue = all.revenue_reporting > 0
  const suppressed = byRevenue ? (own.revenue_suppressed ?? all.revenue_suppressed) : null
  if (suppressed) return { value: null, exact: null, suppressed, missing: null }
  const exact = byRevenue ? ratioOf(revenueOf(own), all.revenue_wan) : ratioOf(own.enterprises, all.enterprises)
  const missing = exact === null ? (own.enterprises === 0 ? '没有企业' : '未报送营业收入') : null
  return { value: exact === null ? null : roundHalfUp(exact, RATIO_DIGITS), exact, suppressed: null, missing }
}

const revenueOf = (row: UnitRow) => (row.revenue_reporting > 0 ? row.revenue_wan : null)

function rootGrowth({ root }: RegionTable): string | null {
  const { subject, before } = root
  return (subject.revenue_suppressed ?? before.revenue_suppressed) ? null : growthBetween(before, subject)
}

/** Nodes of the chain in the region, as its panorama judges them. */
async function ofNodes(analysis: Analysis, height: QuadrantHeight): Promise<Quadrant> {
  const { context, principal, frame, pack } = analysis
  const { region, scope, mode, dataset, period } = frame
  const panorama = await readPanorama(context, principal, { region, chain: pack.id, scope, mode, dataset, period })
  const before = yearBefore(period)
  const [now, then] = [
    await readUnits(context, frame, region, pack.id),
    before === null
      ? new Map<string, UnitRow>()
      : await readUnits(context, { ...frame, period: before }, region, pack.id),
  ]
  const chain = unitOf(now, 'chain', pack.id)
  const draws = panorama.nodes.map((node): Draw => {
    const rows = { subject: unitOf(now, 'node', node.id), before: unitOf(then, 'node', node.id), total: chain }
    return {
      id: node.id,
      name: node.name,
      figures: node.figures,
      quotientBasis: null,
      quotient: nodeQuotient(node, rows),
      height: height === 'growth' ? growthOfNode(rows) : shareOf(rows.subject, chain),
    }
  })
  const whole = unitOf(then, 'chain', pack.id)
  const growth = (chain.revenue_suppressed ?? whole.revenue_suppressed) ? null : growthBetween(whole, chain)
  const line = height === 'growth' && growth !== null ? { value: growth, text: '全链增速' } : medianLine(draws, height)
  const province = context.regions.path(region)[0]
  const reference = region === COUNTRY || !province || province.code === region ? null : province
  return assemble(analysis, { points: 'nodes', height, level: null, reference, whole: chain, draws, line })
}

function nodeQuotient(node: PanoramaNode, { subject, total }: RegionRows): Measure {
  const value = node.locationQuotient
  const suppressed = value === null ? (subject.revenue_suppressed ?? total.revenue_suppressed) : null
  const missing = value === null && !suppressed ? (subject.enterprises === 0 ? '没有企业' : '没有上级地区可比') : null
  return { value, exact: value === null ? null : new Decimal(value), suppressed, missing }
}

function growthOfNode({ subject, before }: RegionRows): Measure {
  const suppressed = subject.revenue_suppressed ?? before.revenue_suppressed
  const value = suppressed ? null : growthBetween(before, subject)
  const none = subject.enterprises === 0 ? '没有企业' : growthMissing(before, subject)
  const missing = value === null && !suppressed ? none : null
  return { value, exact: value === null ? null : new Decimal(value), suppressed, missing }
}

interface Draw {
  id: string
  name: string
  figures: { enterprises: number; revenueWan: string | null; revenueSuppressed: Suppression | null }
  quotientBasis: 'revenue' | 'enterprises' | null
  quotient: Measure
  height: Measure
}

interface Line {
  value: string
  text: string
}

interface Drawn {
  points: Quadrant['points']
  height: QuadrantHeight
  level: Quadrant['level']
  reference: { code: string; name: string } | null
  /** What a share is of. */
  whole: UnitRow
  draws: readonly Draw[]
  line: Line | null
}

function assemble(analysis: Analysis, { points, height, level, reference, whole, draws, line }: Drawn): Quadrant {
  const what = points === 'regions' ? '地区' : '环节'
  const above = reference?.name ?? '上级地区'
  return {
    ...headOf(analysis, methodOf(above, what, height, line)),
    points,
    height,
    level,
    reference: reference?.name ?? null,
    referenceCode: reference?.code ?? null,
    shareBasis: height === 'growth' ? null : whole.revenue_reporting > 0 ? 'revenue' : 'enterprises',
    lines: { x: { value: '1', text: `区位商 1：与${above}平均一样专` }, y: line },
    estimated: height === 'growth' ? ESTIMATED : null,
    items: draws.map((draw) => pointOf(draw, line)),
  }
}

function pointOf({ id, name, figures, quotientBasis, quotient, height }: Draw, line: Line | null): QuadrantPoint {
  const reasons = [
    ...(quotient.missing ? [`区位商：${quotient.missing}`] : []),
    ...(quotient.exact?.isZero() ? ['区位商为 0'] : []),
    ...(height.missing ? [height.missing] : []),
  ]
  const isPlaced = quotient.exact?.gt(0) && height.exact !== null && line !== null
  return {
    id,
    name,
    quotient: quotient.value,
    quotientBasis: quotient.value === null ? null : quotientBasis,
    height: height.value,
    enterprises: figures.enterprises,
    revenueWan: figures.revenueWan,
    revenueSuppressed: figures.revenueSuppressed,
    quadrant: isPlaced ? quadrantOf(quotient.exact, height.exact, line) : null,
    suppressed: { quotient: quotient.suppressed, height: height.suppressed },
    missing: [...new Set(reasons)],
  }
}

/** On a line counts as beyond it: 区位商 1 is as specialised as above. */
function quadrantOf(quotient: Decimal | null, height: Decimal | null, line: Line): QuadrantId {
  const [isSpecial, isHigh] = [quotient?.gte(1) ?? false, height?.gte(line.value) ?? false]
  if (isHigh) return isSpecial ? 'leading' : 'rising'
  return isSpecial ? 'strained' : 'nascent'
}

/** The middle one, or the mean of the two in the middle. */
function medianLine(draws: readonly Draw[], height: QuadrantHeight): Line | null {
  const values = draws.flatMap((draw) => draw.height.exact ?? []).sort((a, b) => a.comparedTo(b))
  const [low, high] = [values[Math.floor((values.length - 1) / 2)], values[Math.floor(values.length / 2)]]
  if (!low || !high) return null
  const value = roundHalfUp(low.plus(high).div(2), RATIO_DIGITS)
  return { value, text: `${height === 'growth' ? '增速' : '占比'}中位数` }
}

const methodOf = (reference: string, what: string, height: QuadrantHeight, line: Line | null) => [
  `横轴为区位商，参照${reference}，竖线为 1；纵轴为${height === 'growth' ? '收入增速（推算）' : '占比'}，横线为${line?.text ?? '中位数（没有数，未画）'}。`,
  `领先：又专又高；潜力：不够专而高；承压：专而不高；待培育：不专也不高。线上算达到。缺数、不公布的${what}不落点，列在图旁，不按 0 画。`,
  '区位商说的是专业化程度，不是效率；企业很少的地区容易偏大，须与企业数同看。',
  ...(height === 'growth'
    ? ['收入增速按现有数据推算，非统计口径：两期报送企业少于 3 家或家数相差超过 20% 的不给出；现价，未扣除价格变动。']
    : ['占比有营业收入时按营业收入，否则按企业数。']),
]
