import { expect, it } from 'vitest'
import type { PanoramaEdge, PanoramaNode } from '@contract/panorama'
import { choosePlans } from './plans'

const FIGURES = {
  enterprises: 0,
  aboveScale: null,
  revenueWan: null,
  revenueSuppressed: null,
  revenueReporting: 0,
  honoured: null,
  leaders: null,
}

const node = (id: string, strength: PanoramaNode['strength'], quotient: string | null, weight = 1): PanoramaNode => ({
  id,
  group: 'g',
  name: id,
  weight,
  note: null,
  figures: FIGURES,
  strength,
  decidedBy: '',
  strengthText: '',
  locationQuotient: quotient,
  quotientSuppressed: null,
  leaders: [],
})
const edge = (from: string, to: string): PanoramaEdge => ({ from, to, product: '', cycle: false, broken: false })
const ids = (list: { node: PanoramaNode }[]) => list.map(({ node: { id } }) => id)

it('补链 asks for a strong buyer here, 延链 for a specialised seller, each the heaviest first', () => {
  const nodes = [
    node('light-gap', 'missing', null, 1),
    node('heavy-gap', 'missing', null, 3),
    node('end-gap', 'missing', null, 2),
    node('buyer', 'strong', '1.8'),
    node('weak-buyer', 'weak', '0.4'),
  ]
  const edges = [
    edge('light-gap', 'buyer'),
    edge('heavy-gap', 'buyer'),
    edge('end-gap', 'weak-buyer'),
    edge('buyer', 'end-gap'),
    edge('buyer', 'heavy-gap'),
  ]
  const plans = choosePlans({ nodes, edges })
  expect(ids(plans.supplement)).toEqual(['heavy-gap', 'light-gap'])
  expect(ids(plans.extend)).toEqual(['end-gap'])
  expect(plans.strengthen.map(({ id }) => id)).toEqual(['weak-buyer'])
  expect(plans.wanted.map(({ id }) => id)).toEqual(['heavy-gap', 'light-gap', 'end-gap', 'weak-buyer'])
  expect(plans.broken).toMatchObject({ edges: 3, waiting: [{ id: 'buyer' }, { id: 'weak-buyer' }] })
})

it('advises nothing without a quotient to stand on', () => {
  const nodes = [node('gap', 'missing', null), node('buyer', 'strong', null), node('weak', 'weak', null)]
  const plans = choosePlans({ nodes, edges: [edge('gap', 'buyer'), edge('buyer', 'gap')] })
  expect([plans.supplement, plans.extend, plans.strengthen]).toEqual([[], [], []])
})
