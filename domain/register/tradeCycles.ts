/** A closed walk among more firms than this is the weave of an economy, not a remark on a row. */
export const LARGEST_CYCLE = 12

export interface TradeCycles {
  /** Per trade: how many firms supply each other in a circle that the trade is part of; 0 = it lies on none. */
  size: Int32Array
  /** Firms in circles larger than `LARGEST_CYCLE`. */
  woven: number
}

/**
 * 循环供应: a trade lies on a cycle exactly when its ends are in one strongly connected component (Tarjan 1972, without
 * recursion). O(firms + trades); independent of the order of both.
 */
export function tradeCycles(suppliers: readonly string[], buyers: readonly string[]): TradeCycles {
  const { firms, from, to } = numbered(suppliers, buyers)
  const { component, sizes } = components(firms, from, to)
  const size = new Int32Array(from.length)
  for (let trade = 0; trade < from.length; trade += 1) {
    const own = component[from[trade] ?? 0] ?? -1
    if (own === component[to[trade] ?? 0]) size[trade] = sizes[own] ?? 0
  }
  return { size, woven: sizes.filter((one) => one > LARGEST_CYCLE).reduce((sum, one) => sum + one, 0) }
}

function numbered(suppliers: readonly string[], buyers: readonly string[]) {
  const numbers = new Map<string, number>()
  const numberOf = (id: string) => {
    const known = numbers.get(id)
    if (known !== undefined) return known
    numbers.set(id, numbers.size)
    return numbers.size - 1
  }
  const from = Int32Array.from(suppliers, numberOf)
  const to = Int32Array.from(buyers, numberOf)
  return { firms: numbers.size, from, to }
}

/** Out-edges of every firm, packed: those of firm f are `next[start[f]]` … `next[start[f + 1] - 1]`. */
function packed(firms: number, from: Int32Array, to: Int32Array) {
  const start = new Int32Array(firms + 1)
  for (const firm of from) start[firm + 1] = (start[firm + 1] ?? 0) + 1
  for (let firm = 0; firm < firms; firm += 1) start[firm + 1] = (start[firm + 1] ?? 0) + (start[firm] ?? 0)
  const fill = start.slice()
  const next = new Int32Array(from.length)
  from.forEach((firm, trade) => {
    const at = fill[firm] ?? 0
    next[at] = to[trade] ?? 0
    fill[firm] = at + 1
  })
  return { start, next }
}

function components(firms: number, from: Int32Array, to: Int32Array) {
  const { start, next } = packed(firms, from, to)
  const index = new Int32Array(firms).fill(-1)
  const low = new Int32Array(firms)
  const component = new Int32Array(firms).fill(-1)
  const cursor = start.slice(0, firms)
  const open: number[] = []
  const walk: number[] = []
  const sizes: number[] = []
  let seen = 0
  const enter = (firm: number) => {
    index[firm] = low[firm] = seen
    seen += 1
    open.push(firm)
    walk.push(firm)
  }
  const close = (firm: number) => {
    let count = 0
    for (;;) {
      const member = open.pop() ?? firm
      component[member] = sizes.length
      count += 1
      if (member === firm) break
    }
    sizes.push(count)
  }
  const lower = (firm: number, value: number) => {
    if (value < (low[firm] ?? 0)) low[firm] = value
  }
  for (let root = 0; root < firms; root += 1) {
    if (index[root] !== -1) continue
    enter(root)
    while (walk.length > 0) {
      const firm = walk[walk.length - 1] ?? root
      const at = cursor[firm] ?? 0
      if (at < (start[firm + 1] ?? 0)) {
        cursor[firm] = at + 1
        const other = next[at] ?? 0
        if (index[other] === -1) enter(other)
        else if (component[other] === -1) lower(firm, index[other] ?? 0)
        continue
      }
      walk.pop()
      if (low[firm] === index[firm]) close(firm)
      const caller = walk[walk.length - 1]
      if (caller !== undefined) lower(caller, low[firm] ?? 0)
    }
  }
  return { component, sizes }
}
