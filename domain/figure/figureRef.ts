import { parsePeriod, periodKey } from '../period/period'
import { PARTY_FIGURES, partyOfUnit, type PartyFigure } from './partyFigures'

/**
 * What a figure is about: a node, group, stage or chain; the whole register, the part of it on any chain, one enterprise;
 * what a region has beyond the regions below it (未定位), an industry cluster (产业集群), a party of supply relations (供应关系).
 */
export const FIGURE_KINDS = [
  'node',
  'group',
  'stage',
  'chain',
  'total',
  'linked',
  'enterprise',
  'unlocated',
  'cluster',
  'party',
] as const
export type FigureKind = (typeof FIGURE_KINDS)[number]

const CHAIN_UNITS: readonly FigureKind[] = ['node', 'group', 'stage', 'chain']
/** Sets of enterprises that are no region's own: of a chain, of its node, or of the whole register. */
const SETS: readonly FigureKind[] = ['unlocated', 'cluster']

interface Rule {
  kinds: readonly FigureKind[]
  /** 对照地区: needed by what compares; where the lists of another region decide whether a zero is a zero it may be named. */
  against: 'none' | 'optional' | 'needed'
}

const count: Rule = { kinds: CHAIN_UNITS, against: 'none' }
const added: Rule = { kinds: [...CHAIN_UNITS, ...SETS], against: 'none' }
const ranked: Rule = { kinds: ['chain', 'node'], against: 'needed' }
const tiered: Rule = { kinds: [...CHAIN_UNITS, 'total'], against: 'none' }
const compared: Rule = { kinds: CHAIN_UNITS, against: 'needed' }
const ofChain: Rule = { kinds: ['chain'], against: 'none' }
const ofRegister: Rule = { kinds: ['total'], against: 'none' }
const ofParty = Object.fromEntries(
  PARTY_FIGURES.map((figure): [PartyFigure, Rule] => [figure, { kinds: ['party'], against: 'none' }]),
) as Record<PartyFigure, Rule>

/** Ids of the catalogue of indicators where it has them. */
const RULES = {
  enterprises: { kinds: [...CHAIN_UNITS, ...SETS, 'total', 'linked'], against: 'none' },
  'above-scale': { kinds: [...CHAIN_UNITS, ...SETS, 'total'], against: 'optional' },
  honoured: { kinds: [...CHAIN_UNITS, ...SETS, 'total'], against: 'none' },
  'honoured-innovative': tiered,
  'honoured-specialised': tiered,
  'honoured-little-giant': tiered,
  'honoured-champion': tiered,
  'honoured-gazelle': tiered,
  leaders: added,
  revenue: { kinds: FIGURE_KINDS.filter((kind) => kind !== 'party'), against: 'none' },
  'revenue-reporting': { kinds: [...CHAIN_UNITS, ...SETS, 'total', 'linked'], against: 'none' },
  concentration: added,
  'location-quotient': { kinds: [...CHAIN_UNITS, 'cluster'], against: 'needed' },
  share: { kinds: [...CHAIN_UNITS, 'cluster'], against: 'needed' },
  'revenue-share': { kinds: [...CHAIN_UNITS, 'cluster'], against: 'needed' },
  'part-share': { kinds: ['stage', 'group', 'node'], against: 'none' },
  'part-share-revenue': { kinds: ['stage', 'group', 'node'], against: 'none' },
  'enterprises-rank': ranked,
  'revenue-rank': ranked,
  'above-scale-rank': ranked,
  'honoured-rank': ranked,
  'revenue-growth': added,
  'concentration-change': ofChain,
  completeness: ofChain,
  'strong-nodes': ofChain,
  'fair-nodes': ofChain,
  'weak-nodes': ofChain,
  'missing-nodes': ofChain,
  'link-rate': ofRegister,
  'link-rate-revenue': ofRegister,
  hhi: count,
  crn: count,
  specialised: count,
  'specialised-density': count,
  'specialised-per-yi': count,
  'shift-change': compared,
  'shift-growth': compared,
  'shift-mix': compared,
  'shift-competitive': compared,
  'leader-suppliers': ofChain,
  'leader-purchases': ofChain,
  'local-supply-rate': ofChain,
  'local-supply-rate-county': ofChain,
  'local-supply-rate-province': ofChain,
  'local-supply-rate-amount': ofChain,
  'local-supply-rate-county-amount': ofChain,
  'local-supply-rate-province-amount': ofChain,
  ...ofParty,
} satisfies Record<string, Rule>

export type FigureIndicator = keyof typeof RULES
export const FIGURE_INDICATORS = Object.keys(RULES) as FigureIndicator[]

export const FIGURE_SCOPES = ['all', 'above', 'four'] as const
export const FIGURE_MODES = ['current', 'asof'] as const
export const FIGURE_DATASETS = ['real', 'demo'] as const

/** One number of the product: enough to find it again, anywhere. */
export interface FigureRef {
  indicator: FigureIndicator
  region: string
  /** null for the whole register. */
  chain: string | null
  kind: FigureKind
  /**
   * Id of the node, group or stage, credit code of the enterprise, id of the cluster, `partyUnit` of the party; of 未定位 the
   * node, if any; '' where the kind says it all.
   */
  unit: string
  scope: (typeof FIGURE_SCOPES)[number]
  period: string
  mode: (typeof FIGURE_MODES)[number]
  dataset: (typeof FIGURE_DATASETS)[number]
  against: string | null
}

const NOTHING = '_'
const SEPARATOR = '.'
const FIELDS = 10

/** The reference as it stands in addresses and in `data-figure`: letters, digits and `-_.` only. */
export function formatRef(ref: FigureRef): string {
  const { indicator, region, chain, kind, unit, scope, period, mode, dataset, against } = ref
  return [indicator, region, chain, kind, unit, scope, period, mode, dataset, against]
    .map((part) => part || NOTHING)
    .join(SEPARATOR)
}

const REGION = /^\d{6}$/u
const YEAR = /^\d{4}$/u
const KEY = /^[a-z0-9]+(?:-[a-z0-9]+)*$/u
const CREDIT_CODE = /^[0-9A-Z]{18}$/u
const LONGEST_KEY = 64

const isKey = (text: string) => text.length <= LONGEST_KEY && KEY.test(text)
const oneOf = <T extends string>(list: readonly T[], text: string): T | undefined => list.find((item) => item === text)

/** null for anything but a reference that `formatRef` could have written. */
export function parseRef(text: string): FigureRef | null {
  const parts = text.split(SEPARATOR)
  if (parts.length !== FIELDS) return null
  const [name = '', region = '', chainText = '', kindText = '', unitText = '', ...frame] = parts
  const [scopeText = '', period = '', modeText = '', datasetText = '', againstText = ''] = frame
  const indicator = oneOf(FIGURE_INDICATORS, name)
  const kind = oneOf(FIGURE_KINDS, kindText)
  const scope = oneOf(FIGURE_SCOPES, scopeText)
  const mode = oneOf(FIGURE_MODES, modeText)
  const dataset = oneOf(FIGURE_DATASETS, datasetText)
  if (!indicator || !kind || !scope || !mode || !dataset) return null
  const parsed = parsePeriod(period)
  if (!REGION.test(region) || parsed === null || periodKey(parsed) !== period) return null
  const chain = chainText === NOTHING ? null : chainText
  const unit = unitText === NOTHING ? '' : unitText
  const against = againstText === NOTHING ? null : againstText
  const ref: FigureRef = { indicator, region, chain, kind, unit, scope, period, mode, dataset, against }
  return isSound(ref) ? ref : null
}

function isSound({ indicator, chain, kind, unit, against, scope, period }: FigureRef): boolean {
  const rule: Rule = RULES[indicator]
  if (!rule.kinds.includes(kind)) return false
  if (against === null ? rule.against === 'needed' : rule.against === 'none' || !REGION.test(against)) return false
  if (SETS.includes(kind)) return isSoundSet(kind, chain, unit)
  if (CHAIN_UNITS.includes(kind) ? chain === null || !isKey(chain) : chain !== null) return false
  if (kind === 'enterprise') return CREDIT_CODE.test(unit)
  if (kind === 'party') return partyOfUnit(unit) !== null && scope === 'all' && YEAR.test(period)
  if (kind === 'stage') return unit === 'up' || unit === 'mid' || unit === 'down'
  return kind === 'node' || kind === 'group' ? isKey(unit) : unit === ''
}

/** Without a chain it is all of the register there. */
function isSoundSet(kind: FigureKind, chain: string | null, unit: string): boolean {
  if (chain !== null && !isKey(chain)) return false
  if (kind === 'cluster') return isKey(unit)
  return unit === '' || (chain !== null && isKey(unit))
}
