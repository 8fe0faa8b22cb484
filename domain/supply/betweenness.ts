/** A directed network of `size` nodes by numbers: chain nodes along their edges, or firms along their trades. */
export interface Digraph {
  size: number
  edges: readonly (readonly [from: number, to: number])[]
}

/** Beyond this the exact answer takes seconds. */
export const MOST_BETWEENNESS_NODES = 2000

/** Float sums depend on the order of adding in their last digits, which would tell equal nodes apart. */
const DIGITS = 1e9

/**
 * 中介中心度: of the shortest ways between any two others, the share that leads through a node, relative to the largest of the
 * network (0–1; all 0 where nothing lies between). Exact, by Brandes (2001), directed, every edge one step, parallel edges and
 * self-loops left out. null for more than 2,000 nodes: an estimate from some sources would depend on how nodes are numbered,
 * so ask for the part of the network that matters instead.
 */
export function betweenness({ size, edges }: Digraph): Float64Array | null {
  if (size > MOST_BETWEENNESS_NODES) return null
  const ahead = Array.from({ length: size }, () => new Set<number>())
  for (const [from, to] of edges) if (from !== to) ahead[from]?.add(to)
  const lists = ahead.map((own) => [...own])
  const sums = new Float64Array(size)
  for (let source = 0; source < size; source += 1) addFrom(source, lists, sums)
  const largest = Math.max(0, ...sums)
  return largest > 0 ? sums.map((sum) => Math.round((sum / largest) * DIGITS) / DIGITS) : sums
}

function addFrom(source: number, ahead: readonly (readonly number[])[], sums: Float64Array): void {
  const distance = new Int32Array(ahead.length).fill(-1)
  const ways = new Float64Array(ahead.length)
  distance[source] = 0
  ways[source] = 1
  const order = [source]
  for (const node of order) {
    const next = (distance[node] ?? 0) + 1
    for (const other of ahead[node] ?? []) {
      if (distance[other] === -1) {
        distance[other] = next
        order.push(other)
      }
      if (distance[other] === next) ways[other] = (ways[other] ?? 0) + (ways[node] ?? 0)
    }
  }
  const dependency = new Float64Array(ahead.length)
  for (const node of order.reverse()) {
    for (const other of ahead[node] ?? [])
      if (distance[other] === (distance[node] ?? 0) + 1)
        dependency[node] =
          (dependency[node] ?? 0) + ((ways[node] ?? 0) / (ways[other] ?? 1)) * (1 + (dependency[other] ?? 0))
    if (node !== source) sums[node] = (sums[node] ?? 0) + (dependency[node] ?? 0)
  }
}
