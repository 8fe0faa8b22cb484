import { countWords, moneyWords, quotientWords, shareWords } from '@domain/brief/amounts'
import type { StatusFacts } from '@domain/brief/briefFacts'
import { rankAmong } from '@domain/compare/ranking'
import { ratioOf, roundHalfUp } from '@domain/indicator/rounding'
import { periodWords } from '@domain/period/period'
import type { BriefMaterial } from './briefMaterial'
import { citer } from './citing'

const HOME = '家'

export function statusFacts(material: BriefMaterial): StatusFacts {
  const { panorama, province, isEstimated } = material
  const { view, figures } = panorama
  const { fact } = citer(view)
  const count = (
    name: string,
    indicator: 'enterprises' | 'above-scale' | 'leaders' | 'honoured',
    value: number | null,
  ) =>
    value === null || (value === 0 && indicator !== 'enterprises')
      ? null
      : fact({ name, indicator, text: countWords(value, HOME) })
  const leaders = [...new Set(panorama.nodes.flatMap(({ leaders: list }) => list.map(({ name }) => name)))]
  return {
    subject: `${periodWords(view.period)}${material.place}${view.chainName}产业链`,
    hasEnterprises: figures.enterprises > 0,
    enterprises: count('企业数', 'enterprises', figures.enterprises),
    aboveScale: count('规上企业', 'above-scale', figures.aboveScale),
    revenue:
      figures.revenueWan === null || isEstimated
        ? null
        : fact({ name: '营业收入', indicator: 'revenue', text: moneyWords(figures.revenueWan) }),
    reporting: fact({
      name: '报送营收企业数',
      indicator: 'revenue-reporting',
      text: countWords(figures.revenueReporting, HOME),
    }),
    leaders: count('链主', 'leaders', figures.leaders),
    leaderNames: leaders,
    honoured: count('优质企业', 'honoured', figures.honoured),
    ...standing(material),
    ...density(material),
    above: province?.name ?? null,
  }
}

/** Share and rank among the sisters of the province, as the panel beside the map says them. */
function standing({ panorama, province }: BriefMaterial): Pick<StatusFacts, 'share' | 'rank' | 'peers' | 'ties'> {
  if (!province) return { share: null, rank: null, peers: null, ties: '' }
  const { fact } = citer(panorama.view)
  const shown = province.sisters.regions.filter(({ unlocated }) => !unlocated)
  const counts = shown.map(({ figures }) => figures.enterprises)
  const own = province.own?.figures.enterprises ?? 0
  const rank = rankAmong(own, counts)
  const share = ratioOf(own, province.sisters.total.enterprises)
  const tied = counts.filter((count) => count === own).length - 1
  const against = province.code
  return {
    share: share && fact({ name: '占比', indicator: 'share', against, text: shareWords(roundHalfUp(share, 4)) }),
    rank:
      rank === null
        ? null
        : fact({ name: '企业数位次', indicator: 'enterprises-rank', against, text: `第 ${rank} 位` }),
    peers: `${shown.length} 个${province.sisters.level === 'city' ? '市' : '县（市、区）'}`,
    ties: tied > 0 ? `（与 ${tied} 个地区并列）` : '',
  }
}

function density({
  panorama,
  province,
  isEstimated,
}: BriefMaterial): Pick<StatusFacts, 'concentration' | 'quotient' | 'quotientBase'> {
  const { fact } = citer(panorama.view)
  const own = province?.own
  const ofRevenue = own?.quotientBasis === 'revenue'
  const isTold = own?.quotient && !(ofRevenue && isEstimated)
  return {
    concentration:
      own?.concentration && !isEstimated
        ? fact({ name: '产业集聚度', indicator: 'concentration', text: shareWords(own.concentration) })
        : null,
    quotient:
      own?.quotient && isTold && province
        ? fact({
            name: '区位商',
            indicator: 'location-quotient',
            against: province.code,
            text: quotientWords(own.quotient),
          })
        : null,
    quotientBase: !own?.quotientBasis
      ? null
      : ofRevenue
        ? `按营业收入，${countWords(own.figures.revenueReporting, HOME)}报送`
        : `按企业数，${countWords(own.figures.enterprises, HOME)}`,
  }
}
