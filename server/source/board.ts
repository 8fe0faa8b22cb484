import type { Board } from '@contract/board'
import { axisLabels } from '@domain/period/series'
import { boardCards } from './boardCards'
import { regionCards } from './boardRegion'
import { pointsOf, readChainSeries } from './boardSeries'
import { boardStructure, STRUCTURE_NOTE } from './boardStructure'
import { readTwins } from './boardTwins'
import { registerPeriods } from './compareRows'
import { COUNTRY, provinceOf, todayOf, type SourceContext } from './context'
import { invalid } from './failure'
import { panoramaIn, type PanoramaQuery } from './panorama'
import type { Principal } from './principal'
import { readRegionFigures } from './regionFigures'
import { yearBefore } from './regionMeasures'
import { frameOf } from './view'

const METHOD = [
  '指标卡和走势来自已发布的企业名录；“区域背景”来自已导入的统计表，采用公布数，同比只用官方增速，没有导入的不由总量推算。',
  '虚线框的同比按现有数据推算，非统计口径：本期与上年同期已报送企业之和相比，两期报送企业少于 3 家或家数相差超过 20% 的不给出；两个百分数之差为百分点。',
  '家数按现有名录统计，不反映企业的进出，因此没有走势和同比。',
  '走势只连同一种统计期；没有导入的统计期留空，不补数。1 月不单独统计，与 2 月合并。',
  '官方总数对照：名录合计与公布数并列，给出差额和可能的原因，不取平均。',
]

/** 指标总览: what the first screen of the indicators shows, from pre-aggregated rows and imported figures only. */
export async function readBoard(context: SourceContext, principal: Principal, query: PanoramaQuery): Promise<Board> {
  if (query.region === COUNTRY) throw invalid('指标总览从省一级起', 'region')
  const frame = await frameOf(context, principal, query)
  const { region, dataset, period } = frame
  const before = yearBefore(period)
  const [panorama, series, registers, figures] = await Promise.all([
    panoramaIn(context, frame, query.chain),
    readChainSeries(context, frame, query.chain, before),
    registerPeriods(context, dataset, provinceOf(region)),
    readRegionFigures(context, principal, { region, dataset }),
  ])
  const { twins, missing } = await readTwins(context, principal, frame, figures)
  const cards = boardCards({
    frame,
    panorama,
    series,
    before: (before !== null && series.rows.get(before)) || null,
    hasRegisterBefore: before !== null && registers.has(before),
    today: todayOf(context),
  })
  const line = (id: 'revenue' | 'concentration') => {
    const { name = '', form = 'money', unit = '' } = cards.find((card) => card.id === id) ?? {}
    return { id, name, form, unit, points: pointsOf(series, frame, query.chain, id) }
  }
  return {
    view: panorama.view,
    cards,
    regionCards: regionCards(figures, period),
    trend: {
      words: series.words,
      periods: series.periods,
      labels: axisLabels(series.periods),
      lines: [line('revenue'), line('concentration')],
      note: '只连同一种统计期；留空的统计期没有导入或无人报送。企业数按现有名录统计，没有走势。',
    },
    structure: { parts: boardStructure(panorama, frame), note: STRUCTURE_NOTE },
    twins,
    twinsMissing: missing,
    method: [...METHOD, ...panorama.method],
  }
}

/** Freshness turns with the day. */
export const boardVersion = (context: SourceContext, { view }: Board) => `${view.version}-${todayOf(context)}`
