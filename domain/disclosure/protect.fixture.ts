import { NESTED_SCOPES, type Atom, type Register } from './register'

/** A firm of an invented register; revenue in 元. */
export interface Firm {
  place: string
  nodes: string[]
  scope: number
  revenue: number
}

/** Two chains of two stages, each of one or two groups of two nodes; ids say where a node belongs. */
const NODES = ['a/u/g1/n1', 'a/u/g1/n2', 'a/u/g2/n3', 'a/d/g3/n4', 'a/d/g3/n5', 'b/u/g4/n6', 'b/u/g4/n7', 'b/d/g5/n8']

/** Every place with its regions; county 12 was made of two, and one moved from the first city to the second. */
const PLACES: Record<string, string[]> = {
  p: ['current 00', 'asof 00'],
  c1: ['current 00', 'current 10', 'asof 00', 'asof 10'],
  '11': ['current 00', 'current 10', 'current 11', 'asof 00', 'asof 10', 'asof 11'],
  '12': ['current 00', 'current 10', 'current 12', 'asof 00', 'asof 10', 'asof 12'],
  '13': ['current 00', 'current 10', 'current 12', 'asof 00', 'asof 10', 'asof 13'],
  '21': ['current 00', 'current 20', 'current 21', 'asof 00', 'asof 10', 'asof 21'],
  '22': ['current 00', 'current 20', 'current 22', 'asof 00', 'asof 20', 'asof 22'],
}

export function seeded(seed: number): () => number {
  let state = seed >>> 0
  return () => (state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0) / 2 ** 32
}

export function randomFirms(seed: number, count: number): Firm[] {
  const random = seeded(seed)
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T
  return Array.from({ length: count }, () => {
    const nodes = random() < 0.3 ? [] : Array.from({ length: 1 + Math.floor(random() ** 2 * 3) }, () => pick(NODES))
    const size = random() < 0.1 ? 0 : Math.round(10 ** (1 + 4 * random()))
    return {
      place: pick(Object.keys(PLACES)),
      nodes: [...new Set(nodes)].sort(),
      scope: Math.floor(random() * NESTED_SCOPES.length),
      revenue: random() < 0.05 ? -size : size,
    }
  })
}

/** total ⊃ linked ⊃ chain ⊃ stage ⊃ group ⊃ node, by the path of each. */
function unitsOfNodes() {
  const units = [
    { key: 'total', parent: -1 },
    { key: 'linked', parent: 0 },
  ]
  const index = new Map<string, number>()
  for (const node of NODES) {
    let parent = 1
    node.split('/').forEach((_, depth, steps) => {
      const key = steps.slice(0, depth + 1).join('/')
      const known = index.get(key) ?? units.push({ key, parent }) - 1
      index.set(key, known)
      parent = known
    })
  }
  return { units, index }
}

export const unitKeysOf = ({ nodes }: Firm): Set<string> => {
  const paths = nodes.flatMap((node) => node.split('/').map((_, depth, steps) => steps.slice(0, depth + 1).join('/')))
  return new Set(nodes.length === 0 ? ['total'] : ['total', 'linked', ...paths])
}

export const regionsOf = ({ place }: Firm): string[] => PLACES[place] ?? []

export function registerOf(firms: readonly Firm[]): Register {
  const { units, index } = unitsOfNodes()
  const indexOf = (key: string) => (key === 'total' ? 0 : key === 'linked' ? 1 : (index.get(key) ?? -1))
  const places = [...new Set(firms.map(({ place }) => place))]
  const sets = [...new Set(firms.map(({ nodes }) => nodes.join(' ')))]
  const groups = new Map<string, { firm: Firm; revenues: number[] }>()
  for (const firm of firms) {
    const key = `${firm.place}|${firm.nodes.join(' ')}|${firm.scope}`
    const group = groups.get(key) ?? { firm, revenues: [] }
    group.revenues.push(firm.revenue)
    groups.set(key, group)
  }
  const atoms = [...groups.values()].map(({ firm, revenues }): Atom => {
    const [largest = -Infinity, second = -Infinity] = [...revenues].sort((a, b) => b - a)
    const sum = revenues.reduce((total, value) => total + value, 0)
    const unitSet = sets.indexOf(firm.nodes.join(' '))
    return {
      place: places.indexOf(firm.place),
      unitSet,
      scope: firm.scope,
      reporting: revenues.length,
      sum,
      largest,
      second,
    }
  })
  const unitSets = sets.map((set) => {
    const firm = firms.find(({ nodes }) => nodes.join(' ') === set)
    return firm ? [...unitKeysOf(firm)].map(indexOf).sort((a, b) => a - b) : []
  })
  return { atoms, places: places.map((place) => PLACES[place] ?? []), units, unitSets }
}
