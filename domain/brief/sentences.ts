import { either, listed, say, sentence, type Clause, type Piece } from './clause'
import type { AdviceFacts, NodeFact, NodesFact, ProblemFacts, StatusFacts } from './briefFacts'

const MOST_NAMES = 2

const plain = (text: string): Clause => [{ text, cites: [] }]
const names = (list: readonly string[]): string | null =>
  list.length === 0 ? null : `${list.slice(0, MOST_NAMES).join('、')}${list.length > MOST_NAMES ? '等' : ''}`

/** 现状, one sentence; every clause can follow the subject directly, so that any may be the first. */
export function statusSentence(facts: StatusFacts): Piece[] | null {
  if (!facts.hasEnterprises) {
    return facts.enterprises ? sentence([[say`${facts.subject}没有企业（${facts.enterprises}）`]]) : null
  }
  const groups = [scaleClauses(facts), standingClauses(facts), densityClauses(facts), leadingClauses(facts)]
  const said = sentence(groups)
  return said && [{ text: facts.subject, cites: [] }, ...said]
}

function scaleClauses(facts: StatusFacts): (Clause | null)[] {
  const { enterprises, aboveScale, revenue, reporting } = facts
  return [
    say`有企业 ${enterprises}`,
    enterprises ? say`其中规上企业 ${aboveScale}` : say`有规上企业 ${aboveScale}`,
    either(say`营业收入 ${revenue}（${reporting}报送）`, say`营业收入 ${revenue}`),
  ]
}

function standingClauses({ above, share, rank, peers, ties }: StatusFacts): (Clause | null)[] {
  // Behind the share it is clear what is ranked.
  const ranked = share && above !== null ? '' : '企业数'
  return [
    say`企业数占${above}的 ${share}`,
    either(say`${ranked}在${above} ${peers}中居${rank}${ties}`, say`${ranked}居${rank}${ties}`),
  ]
}

function densityClauses({ concentration, quotient, quotientBase, above }: StatusFacts): (Clause | null)[] {
  return [
    say`产业集聚度 ${concentration}`,
    either(say`区位商 ${quotient}（${quotientBase}，参照${above}）`, say`区位商 ${quotient}`),
  ]
}

function leadingClauses({ leaders, leaderNames, honoured }: StatusFacts): (Clause | null)[] {
  return [either(say`有链主 ${leaders}（${names(leaderNames)}）`, say`有链主 ${leaders}`), say`有优质企业 ${honoured}`]
}

/** 问题, one sentence, the structure of the chain before the state of the data. */
export function problemSentence(facts: ProblemFacts): Piece[] | null {
  const { missing, weak, judged, broken, noLeader, singleLeader, growth, coverage, stale } = facts
  return sentence([
    [nodesClause('缺', missing, ''), nodesClause('弱', weak, judged)],
    [
      broken &&
        either(say`${broken.count}因此在本地断开（影响${names(broken.waiting)}）`, say`${broken.count}因此在本地断开`),
    ],
    [
      noLeader && say`没有链主（${noLeader}）`,
      singleLeader && say`链主只有 ${singleLeader.fact}（${singleLeader.name}），带动依赖一家企业`,
    ],
    [growth && say`收入增速 ${growth.own}，低于${growth.aboveName}的 ${growth.above}`],
    [coverage && say`营业收入只有 ${coverage.reporting}报送，应报 ${coverage.of}（${coverage.share}），合计偏低`],
    [stale && say`数据${stale}`],
  ])
}

/** 缺 5 个环节（数控系统、主轴等）. */
function nodesClause(word: string, nodes: NodesFact | null, note: string): Clause | null {
  if (!nodes) return null
  const first = listed(nodes.first.map(nodeWords))
  const more = nodes.total > nodes.first.length ? '等' : ''
  return either(first && say`${word} ${nodes.count}（${first}${more}）${note}`, say`${word} ${nodes.count}${note}`)
}

const nodeWords = ({ name, fact }: NodeFact): Clause => [{ text: name, cites: [fact.cite] }]

/** 建议, one sentence: 补链, 对接, 强链, 延链, 复核. Each names the node and rests on a figure. */
export function adviceSentence(facts: AdviceFacts): Piece[] | null {
  const { supplement, partners, strengthen, extend, expiring, above } = facts
  const missing = listed(
    supplement.map(({ node, downstream }) => {
      const why = say`（下游${downstream.name}在本地较强，区位商 ${downstream.quotient}）`
      return [...nodeWords(node), ...(why ?? [])]
    }),
  )
  const near = listed(
    partners.flatMap(({ node, region, enterprises, quotient }) => {
      const seat = either(
        say`${region}（${node} ${enterprises}，区位商 ${quotient}）`,
        say`${region}（${node} ${enterprises}）`,
      )
      return seat ? [seat] : []
    }),
  )
  const weak = listed(strengthen.flatMap(({ node, quotient }) => [say`${node}（区位商 ${quotient}）` ?? plain(node)]))
  const longer = listed(
    extend.map(({ node, upstream }) => {
      const why = say`（上游${upstream.name}区位商 ${upstream.quotient}）`
      return [...nodeWords(node), ...(why ?? [])]
    }),
  )
  return sentence([
    [say`补链先引育${missing}`],
    [say`缺的环节可与省内的${near}对接`],
    [either(say`强链提升${weak}，使之达到${above}平均水平`, say`强链提升${weak}`)],
    [say`延链发展${longer}`],
    [say`组织 ${expiring}做好半年内到期称号的复核`],
  ])
}
