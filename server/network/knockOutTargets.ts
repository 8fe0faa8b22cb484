import type { StopTarget } from '@contract/knockOut'
import { invalid } from '@server/source/failure'
import type { SupplyView } from './supplyView'

/** A target (停摆对象) with the firms that it comes to. */
export interface Stopping {
  target: StopTarget
  name: string
  /** By number, each once; all have trades in the year. */
  firms: number[]
}

/** The firms behind the targets of a request, in its order. Refuses a target that comes to nobody. */
export function stoppingsOf(view: SupplyView, targets: readonly StopTarget[]): Stopping[] {
  if (view.year === null) throw invalid('还没有供应关系，推演不了；请先导入供应关系', 'stops')
  return targets.map((target) => {
    const found = firmsOf(view, target)
    const firms = found.filter((firm) => tradesWith(view, firm) > 0)
    const name = nameOf(view, target, found)
    if (firms.length === 0) throw invalid(`${name} ${view.year} 年没有供应关系，推演不了`, 'stops')
    return { target, name, firms }
  })
}

const tradesWith = ({ graph: { suppliersOf, buyersOf } }: SupplyView, firm: number) =>
  (suppliersOf[firm] ?? 0) + (buyersOf[firm] ?? 0)

function firmsOf(view: SupplyView, target: StopTarget): number[] {
  const { parties } = view
  if (target.kind === 'firm') {
    const firm = parties.at(target.firm)
    if (firm === undefined || !view.knows(firm))
      throw invalid(`没有 ${target.firm} 的供应关系，或不在您的权限内`, 'stops')
    return [firm]
  }
  if (target.kind === 'node') {
    const own = parties.onNode(target.chain, target.node)
    return own.filter((firm) => view.sees(firm) && view.isIn(firm, view.frame.region))
  }
  const { place, chain } = target
  const firms: number[] = []
  for (let firm = 0; firm < parties.count; firm += 1)
    if (
      view.sees(firm) &&
      parties.isListed(firm) &&
      view.isIn(firm, place) &&
      (chain === undefined || parties.isOnChain(firm, chain))
    )
      firms.push(firm)
  return firms
}

function nameOf({ index, parties, head }: SupplyView, target: StopTarget, [firm]: readonly number[]): string {
  if (target.kind === 'firm') return parties.name(firm ?? -1)
  if (target.kind === 'node')
    return `${head.regionName}${index.nameOf(target.chain)}·${index.nameOf(target.chain, target.node)}`
  const chain = target.chain === undefined ? '' : index.nameOf(target.chain)
  return `${index.places.name(target.place)}${chain}全部企业`
}
