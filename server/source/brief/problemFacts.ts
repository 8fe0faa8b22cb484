import { countWords, shareWords } from '@domain/brief/amounts'
import type { NodeFact, NodesFact, ProblemFacts } from '@domain/brief/briefFacts'
import { COVERAGE_AMBER } from '@domain/checkup/thresholds'
import { ratioOf, roundHalfUp } from '@domain/indicator/rounding'
import { formatPeriod, parsePeriod } from '@domain/period/period'
import { freshnessOf } from '@domain/regionFigures/freshness'
import type { PanoramaNode } from '@contract/panorama'
import type { BriefMaterial } from './briefMaterial'
import { citer, type Citer } from './citing'

const NAMED = 3

export function problemFacts(material: BriefMaterial, today: string): ProblemFacts {
  const { panorama, plans } = material
  const { view, figures } = panorama
  const { fact, loose } = citer(view)
  const nodesOf = (list: PanoramaNode[], indicator: 'missing-nodes' | 'weak-nodes', name: string): NodesFact | null =>
    list.length === 0
      ? null
      : {
          count: fact({ name, indicator, text: countWords(list.length, '个环节') }),
          first: list.slice(0, NAMED).map((node) => nodeFact(material, node)),
          total: list.length,
        }
  const { broken } = plans
  return {
    missing: figures.enterprises === 0 ? null : nodesOf(plans.missing, 'missing-nodes', '缺的环节'),
    weak: nodesOf(plans.weak, 'weak-nodes', '弱的环节'),
    judged: judgedBy(plans.weak),
    broken:
      broken.edges === 0
        ? null
        : {
            count: loose(
              '断开的上下游流向',
              countWords(broken.edges, '条上下游流向'),
              '产业链库的产品流向：供方环节为缺，需方环节在本地',
            ),
            waiting: broken.waiting.map(({ name }) => name),
          },
    ...leadership(material),
    coverage: coverageOf(material),
    stale: staleOf(material, loose, today),
    growth: growthOf(material),
  }
}

/** Whether 纳统 was reported of these nodes; by counts alone 弱 is an estimate. */
function judgedBy(nodes: readonly PanoramaNode[]): string {
  const guessed = nodes.filter(({ figures }) => figures.aboveScale === null).length
  if (guessed === 0) return ''
  return guessed === nodes.length ? '（按企业数推算）' : '（其中部分按企业数推算）'
}

/** A node with its enterprises behind it. */
export function nodeFact({ panorama }: BriefMaterial, node: PanoramaNode): NodeFact {
  const { view } = panorama
  return {
    name: node.name,
    fact: citer(view).fact({
      name: '企业数',
      subject: `${view.regionName}${node.name}环节`,
      indicator: 'enterprises',
      kind: 'node',
      unit: node.id,
      text: countWords(node.figures.enterprises, '家'),
      basis: node.strengthText,
    }),
  }
}

/** 链主 by number only: what share one enterprise has is its own affair. */
function leadership({ panorama }: BriefMaterial): Pick<ProblemFacts, 'noLeader' | 'singleLeader'> {
  const { view, figures, nodes } = panorama
  const { fact } = citer(view)
  const names = [...new Set(nodes.flatMap(({ leaders }) => leaders.map(({ name }) => name)))]
  const told = () => fact({ name: '链主', indicator: 'leaders', text: countWords(figures.leaders ?? 0, '家') })
  const [only] = names
  return {
    noLeader: figures.leaders === 0 && figures.enterprises > 0 ? told() : null,
    singleLeader: figures.leaders === 1 && only !== undefined ? { fact: told(), name: only } : null,
  }
}

function coverageOf({ panorama }: BriefMaterial): ProblemFacts['coverage'] {
  const { view, figures } = panorama
  const ratio = ratioOf(figures.revenueReporting, figures.enterprises)
  if (!ratio || figures.revenueReporting === 0 || ratio.gte(COVERAGE_AMBER)) return null
  const { fact } = citer(view)
  return {
    reporting: fact({
      name: '报送营收企业数',
      indicator: 'revenue-reporting',
      text: countWords(figures.revenueReporting, '家'),
    }),
    of: fact({ name: '企业数', indicator: 'enterprises', text: countWords(figures.enterprises, '家') }),
    share: shareWords(roundHalfUp(ratio, 4)),
  }
}

function staleOf({ panorama }: BriefMaterial, loose: Citer['loose'], today: string): ProblemFacts['stale'] {
  const { view } = panorama
  const freshness = freshnessOf(view.period, 'year', today)
  const period = parsePeriod(view.period)
  if (!freshness || !period || freshness.state === 'fresh') return null
  return loose('统计期', `停在${formatPeriod(period)}`, freshness.text)
}

const ESTIMATE = '（推算）'

function growthOf({ panorama, province, isEstimated }: BriefMaterial): ProblemFacts['growth'] {
  const own = province?.own?.growth ?? null
  const above = province?.growth ?? null
  if (!province || own === null || above === null || isEstimated || Number(own) >= Number(above)) return null
  const { fact } = citer(panorama.view)
  const basis = '按现有数据推算，非统计口径'
  const growth = (text: string, region: string, subject: string) =>
    fact({
      name: '收入增速',
      subject,
      indicator: 'revenue-growth',
      region,
      text: `${shareWords(text)}${ESTIMATE}`,
      basis,
    })
  const { view } = panorama
  return {
    own: growth(own, view.region, `${view.regionName}${view.chainName}`),
    above: growth(above, province.code, `${province.name}${view.chainName}`),
    aboveName: province.name,
  }
}
