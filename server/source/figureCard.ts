import type { FigureCard } from '@contract/figures'
import { freshnessOf } from '@domain/regionFigures/freshness'
import { SUPPRESSED_TEXT } from '@domain/disclosure/suppression'
import { amountText } from '@domain/figure/amountText'
import { formatRef, parseRef, type FigureRef } from '@domain/figure/figureRef'
import { parseRegionRef } from '@domain/figure/regionRef'
import { evaluate, upperBound } from '@domain/figure/formulas'
import { tierOfFigure } from '@domain/figure/honourFigures'
import { formulaInNumbers } from '@domain/figure/formulaWords'
import { periodWords } from '@domain/period/period'
import { requireNode, requirePack } from './chainEditions'
import { COUNTRY, todayOf, type SourceContext } from './context'
import { listEnterprises } from './enterprises'
import { EnterpriseQuery } from '@contract/enterprises'
import { invalid, notFound } from './failure'
import { countedMaterial, isCounted, marketMaterial } from './figureCardCounts'
import { tierMaterial } from './figureCardHonours'
import { enterpriseMaterial, enterpriseSource } from './figureCardEnterprise'
import { densityMaterial } from './figureCardDensity'
import { listQuery } from './figureCardLists'
import { regionName, type Material, type Opened } from './figureCardMaterial'
import { cycleOf, meaningOf } from './figureCardMeaning'
import { missingWords } from './figureCardMissing'
import { nodesMaterial } from './figureCardNodes'
import { clusterSetOf, isSet } from './figureCardSets'
import {
  concentrationMaterial,
  growthMaterial,
  linkRateMaterial,
  quotientMaterial,
  rankMaterial,
  shareMaterial,
} from './figureCardRatios'
import { concentrationChangeMaterial, partShareMaterial } from './figureCardPartShare'
import { publicInputs, publicSources } from './figureCardPublic'
import { shiftMaterial } from './figureCardShift'
import { readSources } from './figureCardSources'
import { supplyMaterial } from './figureCardSupply'
import { partyMaterial } from './figureCardSupplyFirm'
import { partySources } from './figureCardSupplyFirmSources'
import { readRegionFigureCard } from './figureCardRegion'
import { footnotesOf } from './footnotes'
import { MODES, SCOPES } from './method'
import type { Principal } from './principal'
import { requireStaff } from './supplyScope'
import { requireUnits } from './unitValues'
import { frameOf } from './view'

/** 数字身份证: one number with what it means, how it was made of what, and where that came from. */
export async function readFigureCard(context: SourceContext, principal: Principal, asked: string): Promise<FigureCard> {
  const published = parseRegionRef(asked)
  if (published) return readRegionFigureCard(context, principal, published)
  const ref = parseRef(asked)
  if (!ref) throw invalid('不是有效的数字编号', 'ref')
  const opened = await open(context, principal, ref)
  const material = await materialOf(opened)
  const { frame } = opened
  const meaning = meaningOf(ref.indicator)
  const { name, definition, owner, sourceForm, form, unit } = meaning
  const amount = { value: material.value, form, unit }
  const { value, formula, note, rests } = material
  const inputs = publicInputs(principal, material.inputs)
  const sources = await sourcesOf(opened, rests)
  const upper = value === null ? null : upperBound(formula, material.inputs)
  const suppressed = value === null ? (material.suppressed ?? null) : null
  const text = upper === null ? amountText(amount) : `${amountText(amount)}—${amountText({ ...amount, value: upper })}`
  return {
    ref: formatRef(ref),
    indicator: ref.indicator,
    name,
    subject: subjectOf(opened, 'name' in material ? String(material.name) : null),
    value,
    upper,
    form,
    unit,
    text: suppressed === null ? text : SUPPRESSED_TEXT,
    suppressed,
    missing: value === null && suppressed === null ? missingWords(ref, material.refusal ?? null) : null,
    definition: note ? `${definition}${note}` : definition,
    owner,
    sourceForm,
    formula: { id: formula, names: meaning.formula, numbers: formulaInNumbers(formula, inputs, amount) },
    inputs,
    list: await listOf(opened),
    related: relatedOf(ref, value),
    region: ref.region,
    regionName: regionName(context, ref.region),
    againstName: ref.against === null ? null : regionName(context, ref.against),
    period: ref.period,
    periodText: periodWords(ref.period),
    scope: ref.scope,
    scopeText: SCOPES[ref.scope],
    mode: ref.mode,
    modeText: MODES[ref.mode],
    dataset: ref.dataset,
    sources: publicSources(principal, sources),
    published: null,
    freshness: freshnessOf(ref.period, cycleOf(ref.indicator), todayOf(context))?.text ?? null,
    footnotes: ref.region === COUNTRY ? [] : footnotesOf(context.regions, frame),
    version: frame.version,
    updatedAt: frame.updatedAt,
  }
}

/** A card grows older with the day. */
export const cardVersion = (context: SourceContext, { version }: FigureCard) => `${version}-${todayOf(context)}`

/** Finds what the reference names, within what the principal may see. */
async function open(context: SourceContext, principal: Principal, ref: FigureRef): Promise<Opened> {
  if (ref.kind === 'party') requireStaff(principal)
  if (ref.kind === 'enterprise' || ref.kind === 'party') requireUnits(principal, '没有这个数字的身份证', 'ref')
  const frame = await frameOf(context, principal, ref)
  const { chain, kind, unit, against, region } = ref
  if (against !== null && against !== COUNTRY && !context.regions.path(region).some(({ code }) => code === against))
    throw invalid(`${context.regions.name(region)}不在对照地区 ${against} 内`, 'ref')
  const pack = chain === null ? null : await requirePack(context, chain, 'ref')
  if (pack && kind === 'node') requireNode(pack, unit, 'ref')
  if (pack && kind === 'group' && !pack.groups.some(({ id }) => id === unit))
    throw notFound(`${pack.name}没有分组 ${unit}`, 'ref')
  if (kind === 'unlocated' && region === COUNTRY) throw invalid('全国没有未定位', 'ref')
  if (pack && kind === 'unlocated' && unit !== '') requireNode(pack, unit, 'ref')
  const cluster = kind === 'cluster' ? await clusterSetOf(context, principal, ref) : null
  return { context, principal, frame, ref, pack, cluster }
}

function materialOf(opened: Opened): Promise<Material> {
  const { indicator, kind } = opened.ref
  if (kind === 'enterprise') return enterpriseMaterial(opened)
  if (kind === 'party') return partyMaterial(opened)
  if (isCounted(indicator)) return countedMaterial(opened)
  if (tierOfFigure(indicator) !== null) return tierMaterial(opened)
  switch (indicator) {
    case 'concentration':
      return concentrationMaterial(opened)
    case 'location-quotient':
      return quotientMaterial(opened)
    case 'share':
    case 'revenue-share':
      return shareMaterial(opened)
    case 'part-share':
    case 'part-share-revenue':
      return partShareMaterial(opened)
    case 'enterprises-rank':
    case 'revenue-rank':
    case 'above-scale-rank':
    case 'honoured-rank':
      return rankMaterial(opened)
    case 'concentration-change':
      return concentrationChangeMaterial(opened)
    case 'revenue-growth':
      return growthMaterial(opened)
    case 'link-rate':
    case 'link-rate-revenue':
      return linkRateMaterial(opened)
    case 'specialised':
    case 'specialised-density':
    case 'specialised-per-yi':
      return densityMaterial(opened)
    case 'shift-change':
    case 'shift-growth':
    case 'shift-mix':
    case 'shift-competitive':
      return shiftMaterial(opened)
    case 'leader-suppliers':
    case 'leader-purchases':
    case 'local-supply-rate':
    case 'local-supply-rate-county':
    case 'local-supply-rate-province':
    case 'local-supply-rate-amount':
    case 'local-supply-rate-county-amount':
    case 'local-supply-rate-province-amount':
      return supplyMaterial(opened)
    case 'hhi':
    case 'crn':
      return marketMaterial(opened, (inputs) => evaluate(indicator, inputs))
    default:
      return nodesMaterial(opened)
  }
}

function sourcesOf(opened: Opened, rests: readonly FigureRef[]) {
  const { context, principal, ref } = opened
  if (ref.kind === 'party') return partySources(opened)
  return ref.kind === 'enterprise' ? enterpriseSource(context, opened) : readSources(context, principal, rests)
}

/** 沈阳市数控机床产业链, 沈阳市数控机床产业链“主轴”环节. */
function subjectOf({ context, ref, pack, cluster }: Opened, enterprise: string | null): string {
  const region = `${regionName(context, ref.region)}${ref.kind === 'unlocated' ? '（未定位到下级地区）' : ''}`
  if (enterprise !== null) return enterprise
  if (cluster) return ref.chain === null ? `${cluster.name}各区县名录` : cluster.name
  if (ref.kind === 'linked') return `${region}已挂链企业`
  if (!pack) return `${region}名录`
  const chain = `${region}${pack.name}产业链`
  const units = { node: pack.nodes, group: pack.groups, stage: pack.stages, unlocated: pack.nodes, chain: [] }
  const part = units[ref.kind as 'node']
  const name = part.find(({ id }) => id === ref.unit)?.name
  return name === undefined ? chain : `${chain}“${name}”`
}

/** The list behind a number; the country has none, as lists go province by province. */
async function listOf({ context, principal, ref }: Opened): Promise<FigureCard['list']> {
  const query =
    ref.region === COUNTRY || !(isCounted(ref.indicator) || tierOfFigure(ref.indicator) !== null)
      ? null
      : listQuery(ref)
  if (query === null) return null
  const { total } = await listEnterprises(context, principal, EnterpriseQuery.parse({ ...query, limit: 1 }))
  return { query, total }
}

/** 集中度 belongs to a sum of revenue. */
function relatedOf(ref: FigureRef, value: string | null): FigureCard['related'] {
  const hasMarket =
    !isSet(ref.kind) && ref.indicator === 'revenue' && ref.chain !== null && ref.region !== COUNTRY && value !== null
  if (!hasMarket) return []
  return (['crn', 'hhi'] as const).map((indicator) => ({
    name: meaningOf(indicator).name,
    ref: formatRef({ ...ref, indicator }),
  }))
}
