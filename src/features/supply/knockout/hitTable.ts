import type { KnockOut, KnockOutHit } from '@contract/knockOut'
import { percentWords } from '@domain/supply/percentWords'
import { figureColumn, type FigureColumn } from '@/components/figureColumn'
import { shownFigure, type ShownFigure } from '@/lib/figureLook'
import { amountText } from '@/features/supply/amountText'

export type HitWave = 'all' | 'shortage' | 'lostOrders' | 'stopped'

export interface HitFilter {
  wave: HitWave
  /** 0: every tier. */
  tier: number
}

export const WAVE_CHOICES: { value: HitWave; label: string }[] = [
  { value: 'all', label: '全部波及' },
  { value: 'shortage', label: '下游缺料' },
  { value: 'lostOrders', label: '上游断单' },
  { value: 'stopped', label: '停摆对象' },
]

/** A tier asked for is that of the wave asked for; of both waves, either. */
export function filteredHits(hits: readonly KnockOutHit[], { wave, tier }: HitFilter): KnockOutHit[] {
  return hits.filter((hit) => {
    if (wave === 'stopped') return hit.isStopped
    if (hit.isStopped) return false
    const tiers = [
      ...(wave === 'lostOrders' ? [] : [hit.shortageTier]),
      ...(wave === 'shortage' ? [] : [hit.lostOrdersTier]),
    ].filter((one) => one !== null)
    return tier === 0 ? tiers.length > 0 : tiers.includes(tier)
  })
}

/** Tiers that anybody was reached in, nearest first. */
export const tiersOf = ({ byTier }: Pick<KnockOut, 'byTier'>): number[] =>
  byTier.filter(({ tier, suppliers, buyers }) => tier > 0 && suppliers + buyers > 0).map(({ tier }) => tier)

/** 下游缺料 第 1 级；上游断单 第 2 级. */
export function waveWords({ isStopped, shortageTier, lostOrdersTier }: KnockOutHit): string {
  if (isStopped) return '停摆对象'
  return [
    ...(shortageTier === null ? [] : [`下游缺料 第 ${shortageTier} 级`]),
    ...(lostOrdersTier === null ? [] : [`上游断单 第 ${lostOrdersTier} 级`]),
  ].join('；')
}

/** 风险收入; what nobody knows is no zero. */
export function shownAtRisk(hit: KnockOutHit): ShownFigure {
  if (hit.isStopped) return STANDS
  const missing = { missing: '没有金额', missingReason: '没有营业收入，也没有已知的销售额' }
  return atLeast(hit, shownFigure({ value: hit.atRiskWan, ...missing }, amountText))
}

/** 缺料 or 断单: by how much; reached without a known share is not the same as not reached. */
export function shownCut(hit: KnockOutHit, wave: 'shortage' | 'lostOrders'): ShownFigure {
  if (hit.isStopped) return STANDS
  if (hit[`${wave}Tier`] === null) return SPARED
  const given = { value: hit[wave], missing: '算不出', missingReason: UNMEASURED }
  const shown = shownFigure(given, cutText)
  return atLeast(hit, shown)
}

/** Not reached by this wave: nothing is missing. */
const SPARED: ShownFigure = { look: 'value', text: '—', reason: '没有波及' }
const UNMEASURED = '供应关系没有金额或份额，只知道会波及，不知道多少'
const BOUNDED = '另有没有金额的关系也波及它：至少是这么多'

/** 至少: relations without an amount hit it as well. */
const atLeast = ({ isLowerBound }: KnockOutHit, shown: ShownFigure): ShownFigure =>
  isLowerBound && shown.look !== 'missing' ? { ...shown, text: `≥ ${shown.text}`, reason: BOUNDED } : shown

/** 50%, 33.3%; a cut too small for one decimal is still no zero. */
const cutText = (cut: string) => percentWords(cut).replace(/\.0%$/u, '%')

export interface ExposureWords {
  sign: string
  text: string
  tone: 'bad' | 'good' | 'neutral'
}

/** TTS < TTR is red; what is not known is named, never left blank. */
export function exposureWords({ exposure, ttrDays, ttsDays, missing, isStopped }: KnockOutHit): ExposureWords {
  if (isStopped) return { sign: '', text: '—', tone: 'neutral' }
  if (exposure === 'unknown') return { sign: '', text: missing ?? '缺 TTR/TTS', tone: 'neutral' }
  const days = `TTS ${ttsDays ?? '？'} 天${exposure === 'exposed' ? ' < ' : ' ≥ '}TTR ${ttrDays ?? '？'} 天`
  return exposure === 'exposed' ? { sign: '⚠', text: days, tone: 'bad' } : { sign: '', text: days, tone: 'good' }
}

/** The stopped itself is no hit: nothing is said of it there. */
const STANDS: ShownFigure = { look: 'value', text: '—', reason: '停摆对象本身不计' }

const EXPOSURE_RANK = { exposed: 2, unknown: 1, covered: 0 } as const

export const HIT_COLUMNS: readonly FigureColumn<KnockOutHit, null>[] = [
  {
    id: 'name',
    label: '企业',
    rowHeader: true,
    sortable: true,
    text: ({ party }) => party.name,
    rank: ({ party }) => party.name,
  },
  {
    id: 'place',
    label: '所在地',
    sortable: true,
    plain: 'name',
    text: ({ party }) => party.placeName,
    rank: ({ party }) => party.placeName,
  },
  {
    id: 'wave',
    label: '如何波及',
    sortable: true,
    plain: 'simulation',
    text: waveWords,
    rank: ({ isStopped, shortageTier, lostOrdersTier }) =>
      isStopped ? 0 : Math.min(shortageTier ?? Infinity, lostOrdersTier ?? Infinity),
  },
  {
    ...figureColumn<KnockOutHit, null>({
      id: 'shortage',
      label: '缺料减产',
      shown: (hit) => shownCut(hit, 'shortage'),
      rank: ({ shortage }) => shortage,
    }),
    plain: 'simulation',
  },
  {
    ...figureColumn<KnockOutHit, null>({
      id: 'lostOrders',
      label: '断单占销售',
      shown: (hit) => shownCut(hit, 'lostOrders'),
      rank: ({ lostOrders }) => lostOrders,
    }),
    plain: 'simulation',
  },
  {
    ...figureColumn<KnockOutHit, null>({
      id: 'atRisk',
      label: '风险收入',
      shown: shownAtRisk,
      rank: ({ atRiskWan }) => (atRiskWan === null ? null : Number(atRiskWan)),
    }),
    plain: 'simulation',
  },
  {
    id: 'exposure',
    label: 'TTS 与 TTR',
    sortable: true,
    plain: 'simulation',
    text: (hit) => exposureWords(hit).text,
    rank: ({ exposure, isStopped }) => (isStopped ? -1 : EXPOSURE_RANK[exposure]),
  },
]
