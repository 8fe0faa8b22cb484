import type { LinkCard } from '@contract/supply'
import { notFound } from '@server/source/failure'
import type { SupplyIndex } from './supplyIndex'
import type { SupplyFrame } from './supplyView'

export interface LinkWish {
  frame: SupplyFrame
  supplier: string
  buyer: string
}

/** The two sides of a link; what was asserted of it stands in the database. */
export function linkEnds(index: SupplyIndex, { frame, supplier, buyer }: LinkWish): Omit<LinkCard, 'assertions'> {
  const view = index.open(frame)
  const from = view.require(supplier, 'supplier')
  const to = view.require(buyer, 'buyer')
  if (!view.sees(from) && !view.sees(to)) throw notFound('这两家企业都不在您的权限内', 'supplier')
  return { ...view.head, supplier: view.describe(from), buyer: view.describe(to) }
}
