import type { ChainEdge, ChainPack, StageId } from './pack'
import { packError, packWarning, repeats, type PackFinding } from './packFinding'

const STAGE_ORDER: Record<StageId, number> = { up: 0, mid: 1, down: 2 }

/** Edges that could be walked: both ends exist and differ. */
function soundEdges(pack: ChainPack): ChainEdge[] {
  const ids = new Set(pack.nodes.map((node) => node.id))
  return pack.edges.filter((edge) => edge.from !== edge.to && ids.has(edge.from) && ids.has(edge.to))
}

function checkEnds(pack: ChainPack): PackFinding[] {
  const ids = new Set(pack.nodes.map((node) => node.id))
  return pack.edges.flatMap((edge, index) => {
    const findings: PackFinding[] = []
    for (const end of ['from', 'to'] as const) {
      if (ids.has(edge[end])) continue
      findings.push(
        packError('edge-end-unknown', `edges/${index}/${end}`, `环节“${edge[end]}”不存在，请改为本链已有的环节。`),
      )
    }
    if (edge.from === edge.to) {
      findings.push(packError('edge-self', `edges/${index}`, `“${edge.from}”流向自己，请删除这条流向。`))
    }
    return findings
  })
}

const checkDuplicates = (pack: ChainPack): PackFinding[] =>
  repeats(pack.edges, (edge) => JSON.stringify([edge.from, edge.to])).map(({ item, first, index }) =>
    packError(
      'edge-duplicate',
      `edges/${index}`,
      `${item.from} → ${item.to} 已有一条流向（${first.product}），请把两条的产品合并写在一条里。`,
    ),
  )

function checkDirection(pack: ChainPack): PackFinding[] {
  const stageOfGroup = new Map(pack.groups.map((group) => [group.id, group.stage]))
  const order = new Map(
    pack.nodes.map((node) => {
      const stage = stageOfGroup.get(node.group)
      return [node.id, stage === undefined ? undefined : STAGE_ORDER[stage]]
    }),
  )
  return pack.edges.flatMap((edge, index) => {
    const [from, to] = [order.get(edge.from), order.get(edge.to)]
    if (edge.cycle || from === undefined || to === undefined || from <= to) return []
    const message = `${edge.from} → ${edge.to} 由后段流向前段，请核对方向；确属回收利用的，请标注 cycle。`
    return [packWarning('edge-backwards', `edges/${index}`, message)]
  })
}

function checkOrphans(pack: ChainPack): PackFinding[] {
  const linked = new Set(soundEdges(pack).flatMap((edge) => [edge.from, edge.to]))
  return pack.nodes
    .filter((node) => !linked.has(node.id))
    .map((node) =>
      packError('node-orphan', `nodes/${node.id}`, `环节“${node.name}”没有任何产品流向，请补上它的供应或去向。`),
    )
}

/** Cycles made of unmarked edges only, each as the path that closes it (`a b c a`); marking one edge of every path breaks all of them. */
export function unmarkedCycles(pack: ChainPack): string[][] {
  const next = new Map<string, string[]>()
  for (const edge of soundEdges(pack)) {
    if (!edge.cycle) next.set(edge.from, [...(next.get(edge.from) ?? []), edge.to])
  }
  const done = new Set<string>()
  const path: string[] = []
  const cycles: string[][] = []
  // Depth is bounded by packLimits.nodes, so recursion cannot overflow.
  const visit = (id: string): void => {
    const start = path.indexOf(id)
    if (start >= 0) cycles.push([...path.slice(start), id])
    if (start >= 0 || done.has(id)) return
    path.push(id)
    next.get(id)?.forEach(visit)
    path.pop()
    done.add(id)
  }
  pack.nodes.forEach((node) => visit(node.id))
  return cycles
}

/** A long loop is told by its two ends. */
const abridged = (names: string[]): string[] =>
  names.length <= 12 ? names : [...names.slice(0, 6), '……', ...names.slice(-4)]

function checkCycles(pack: ChainPack): PackFinding[] {
  const nameOf = new Map(pack.nodes.map((node) => [node.id, node.name]))
  return unmarkedCycles(pack).map((cycle) => {
    const names = abridged(cycle.map((id) => nameOf.get(id) ?? id)).join(' → ')
    const [from, to] = [cycle.at(-2), cycle.at(-1)]
    const index = pack.edges.findIndex((edge) => edge.from === from && edge.to === to && !edge.cycle)
    return packError(
      'edge-cycle',
      `edges/${index}`,
      `产品流向成环：${names}。请改正方向；确属回收利用的，请在其中一条标注 cycle。`,
    )
  })
}

export const checkPackEdges = (pack: ChainPack): PackFinding[] => [
  ...checkEnds(pack),
  ...checkDuplicates(pack),
  ...checkDirection(pack),
  ...checkOrphans(pack),
  ...checkCycles(pack),
]
