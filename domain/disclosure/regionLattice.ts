/** A set of places with a sum of its own, under every name it has: a region often reads alike in both 区划口径. */
export interface RegionNode {
  names: string[]
  places: readonly number[]
  /** Levels below it: 0 for the finest. */
  height: number
}

/** A part of the map that follows from sums of regions by addition and subtraction. */
export interface Remainder {
  terms: readonly { index: number; sign: 1 | -1 }[]
  /** Its members: places here, units in a tree of units. */
  members: readonly number[]
}

export interface RegionLattice {
  nodes: RegionNode[]
  /** For each place its nodes. */
  nodesOf: number[][]
  remainders: Remainder[]
}

/** Regions that hold the same reporting places are one; what is left of a region without a smaller one, or without all below it, is a remainder. */
export function regionLattice(places: readonly (readonly string[])[]): RegionLattice {
  const nodes = distinctRegions(places)
  const sets = nodes.map((node) => new Set(node.places))
  const isBelow = (child: number, parent: number) => {
    const [small, large] = [nodes[child]?.places ?? [], sets[parent] ?? new Set<number>()]
    return small.length < large.size && small.every((place) => large.has(place))
  }
  const below = nodes.map((_, parent) => nodes.flatMap((_node, child) => (isBelow(child, parent) ? [child] : [])))
  const nodesOf: number[][] = places.map(() => [])
  nodes.forEach((node, index) => node.places.forEach((place) => nodesOf[place]?.push(index)))
  nodes.forEach((node, index) => (node.height = heightOf(index, below)))
  return { nodes, nodesOf, remainders: [...differences(nodes, below), ...rests(nodes, below)] }
}

function distinctRegions(places: readonly (readonly string[])[]): RegionNode[] {
  const byName = new Map<string, number[]>()
  places.forEach((names, place) => {
    for (const name of names) byName.set(name, [...(byName.get(name) ?? []), place])
  })
  const bySet = new Map<string, RegionNode>()
  for (const name of [...byName.keys()].sort()) {
    const own = byName.get(name) ?? []
    const key = own.join(' ')
    const known = bySet.get(key)
    if (known) known.names.push(name)
    else bySet.set(key, { names: [name], places: own, height: 0 })
  }
  return [...bySet.values()]
}

function heightOf(index: number, below: readonly (readonly number[])[]): number {
  const children = below[index] ?? []
  return children.length === 0 ? 0 : 1 + Math.max(...children.map((child) => heightOf(child, below)))
}

/** Every region less every smaller one inside it. */
function differences(nodes: readonly RegionNode[], below: readonly (readonly number[])[]): Remainder[] {
  return nodes.flatMap((node, parent) =>
    (below[parent] ?? []).map((child) => {
      const without = new Set(nodes[child]?.places)
      const members = node.places.filter((place) => !without.has(place))
      return {
        terms: [
          { index: parent, sign: 1 as const },
          { index: child, sign: -1 as const },
        ],
        members,
      }
    }),
  )
}

/** 未定位: a region less all regions right below it of one 区划口径. */
function rests(nodes: readonly RegionNode[], below: readonly (readonly number[])[]): Remainder[] {
  return nodes.flatMap((node, parent) => {
    const modes = new Set(node.names.map(modeOf))
    return [...modes].flatMap((mode) => {
      const inside = (below[parent] ?? []).filter((child) => nodes[child]?.names.some((name) => modeOf(name) === mode))
      const direct = inside.filter((child) => !inside.some((other) => below[other]?.includes(child)))
      const covered = new Set(direct.flatMap((child) => nodes[child]?.places ?? []))
      const members = node.places.filter((place) => !covered.has(place))
      if (direct.length < 2 || members.length === 0) return []
      const terms = [{ index: parent, sign: 1 as const }, ...direct.map((index) => ({ index, sign: -1 as const }))]
      return [{ terms, members }]
    })
  })
}

const modeOf = (name: string) => name.slice(0, name.indexOf(' '))
