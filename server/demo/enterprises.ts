import type { ChainPack, StageId } from '@domain/chain/pack'
import { drawAccounts, type Accounts, type Standing } from './accounts'
import { CHAIN_PLANS, EVERYDAY_TRADE, SERVICE_TRADE, type ChainPlan, type Trade } from './chainPlans'
import type { County, CountyBook } from './counties'
import { demoCreditCode } from './creditCodes'
import { EVERYDAY_TRADES } from './everydayTrades'
import { demoName, legalForm } from './names'
import { createRandom, type Random, type Weighted } from './random'
import { createVocabulary, type NodeWords, type Vocabulary } from './vocabulary'

export interface DemoEnterprise extends Accounts {
  name: string
  creditCode: string
  county: County
  address: string
  products: string
  industryCode: string
  /** The node it was made for; null off the chains. */
  seat: Seat | null
}

export interface Seat {
  chain: string
  node: string
  services: boolean
}

const EVERYDAY_ENTERPRISES = 2400
const EVERYDAY_PER_COUNTY = 8
const FEWEST_OF_MANY = 5

/** A firm about to be written down. */
interface Draft {
  seat: Seat | null
  county: County
  word: string
  products: string
  industryCode: string
  trade: Trade
  standing: Standing
}

/** All enterprises of the demonstration, in the order of the file: the same packs and divisions give the same list. */
export function demoEnterprises(packs: readonly ChainPack[], counties: CountyBook): DemoEnterprise[] {
  const vocabulary = createVocabulary(packs, CHAIN_PLANS)
  const drafts = [
    ...CHAIN_PLANS.flatMap((plan) => {
      const pack = packs.find(({ id }) => id === plan.id)
      return pack ? chainDrafts(pack, plan, vocabulary.nodes.get(pack.id) ?? [], counties) : []
    }),
    ...everydayDrafts(vocabulary, counties),
  ]
  const random = createRandom('enterprises')
  return drafts.map((draft, at) => writeDown(draft, at + 1, random))
}

function writeDown(draft: Draft, serial: number, random: Random): DemoEnterprise {
  const { county, seat, products, industryCode } = draft
  const accounts = drawAccounts(draft.trade, draft.standing, random)
  const place = random.chance(0.5) ? county.shortName : ''
  return {
    ...accounts,
    name: demoName(serial, place, draft.word, legalForm(accounts.size, random), random),
    creditCode: demoCreditCode(serial),
    county,
    address: `${county.city}${county.name}演示路${random.whole(1, 399)}号`,
    products,
    industryCode,
    seat,
  }
}

function chainDrafts(pack: ChainPack, plan: ChainPlan, nodes: readonly NodeWords[], counties: CountyBook): Draft[] {
  const random = createRandom(`chain ${plan.id}`)
  const stageOf = new Map(pack.groups.map(({ id, stage }) => [id, stage]))
  const neighbours = neighbourWords(pack, nodes)
  return quotas(plan, nodes, random).flatMap(([entry, count]) =>
    Array.from({ length: count }, (_, at): Draft => {
      const { node, words, codes, density } = entry
      const services = node.services === true
      const word = random.pick(words)
      const also = density === 'many' && random.chance(0.15) ? random.sample(neighbours.get(node.id) ?? [], 1) : []
      const more = density === 'many' ? random.sample(words, random.whole(0, 2)) : []
      return {
        seat: { chain: pack.id, node: node.id, services },
        county: drawCounty(plan, entry, stageOf.get(node.group) ?? 'mid', counties, random),
        word,
        products: random.chance(0.05) ? '' : [...new Set([word, ...more, ...also])].join('、'),
        industryCode: codes.length === 0 || random.chance(0.08) ? '' : random.pick(codes),
        trade: services ? SERVICE_TRADE : plan.trade,
        standing: standingOf(plan, entry, at),
      }
    }),
  )
}

/** The first firm of a node has some size, so that by number of 规上 firms only the planned nodes are missing. */
function standingOf(plan: ChainPlan, { node }: NodeWords, at: number): Standing {
  if (at > 0) return 'usual'
  return plan.anchors.includes(node.id) ? 'flagship' : 'sizeable'
}

/** How many firms each node gets: uneven among those with many, anchors three times as many, thin ones a handful. */
function quotas(plan: ChainPlan, nodes: readonly NodeWords[], random: Random): Weighted<NodeWords>[] {
  const shares = nodes.map((entry) => {
    const uneven = 0.3 / (1 - 0.92 * random.next())
    return entry.density === 'many' ? uneven * (plan.anchors.includes(entry.node.id) ? 3 : 1) : 0
  })
  const total = shares.reduce((sum, share) => sum + share, 0)
  return nodes.map((entry, at) => {
    if (entry.density === 'none') return [entry, 0]
    if (entry.density === 'thin') return [entry, random.whole(1, 4)]
    return [entry, Math.max(FEWEST_OF_MANY, Math.round((plan.enterprises * (shares[at] ?? 0)) / total))]
  })
}

/** Products of nodes one flow away, for firms that do two things. */
function neighbourWords(pack: ChainPack, nodes: readonly NodeWords[]): Map<string, string[]> {
  const many = new Map(nodes.filter(({ density }) => density === 'many').map(({ node, words }) => [node.id, words]))
  const found = new Map<string, string[]>()
  for (const { from, to } of pack.edges) {
    found.set(to, [...(found.get(to) ?? []), ...(many.get(from) ?? [])])
    found.set(from, [...(found.get(from) ?? []), ...(many.get(to) ?? [])])
  }
  return found
}

function drawCounty(
  plan: ChainPlan,
  { node }: NodeWords,
  stage: StageId,
  counties: CountyBook,
  random: Random,
): County {
  const own = plan.nodeHomes?.[node.id]
  const atHome = node.services ? 0.15 : stage === 'down' && !own ? 0.5 : 0.85
  return random.chance(atHome) ? counties.among(own ?? plan.homes, random) : counties.anywhere(random)
}

function everydayDrafts(vocabulary: Vocabulary, counties: CountyBook): Draft[] {
  const random = createRandom('everyday trades')
  const trades = EVERYDAY_TRADES.flatMap(([code, ...products]) =>
    products.filter((product) => vocabulary.isOffChain(product, code)).map((product) => ({ code, product })),
  )
  return Array.from({ length: EVERYDAY_ENTERPRISES }, (_, at): Draft => {
    const { code, product } = random.pick(trades)
    // The first rounds visit every county once, so that none stays blank on the map.
    const visited = at < counties.all.length * EVERYDAY_PER_COUNTY ? counties.all[at % counties.all.length] : undefined
    return {
      seat: null,
      county: visited ?? counties.anywhere(random),
      word: product,
      products: random.chance(0.1) ? '' : product,
      industryCode: random.chance(0.08) ? '' : code,
      trade: EVERYDAY_TRADE,
      standing: 'usual',
    }
  })
}
