import type { Fact } from '@domain/brief/clause'
import { formatRef, type FigureIndicator, type FigureKind } from '@domain/figure/figureRef'
import { periodWords } from '@domain/period/period'
import type { View } from '@contract/common'

interface Cited {
  indicator: FigureIndicator
  kind?: FigureKind
  unit?: string
  region?: string
  against?: string | null
}

/** The reference of a number of the view. */
export function referTo(view: View, { indicator, kind = 'chain', unit = '', region, against = null }: Cited): string {
  const { scope, period, mode, dataset, chain } = view
  const own = { scope, period, mode, dataset, against, indicator, kind, unit }
  return formatRef({ ...own, region: region ?? view.region, chain: kind === 'total' ? null : chain })
}

interface Told extends Cited {
  /** What the number is called. */
  name: string
  /** Region and object; the region's chain by default. */
  subject?: string
  text: string
  basis?: string | null
}

/** Makes facts of one view. */
export function citer(view: View) {
  const period = periodWords(view.period)
  const chain = `${view.regionName}${view.chainName}`
  return {
    /** A number that has a card. */
    fact: ({ name, subject = chain, text, basis = null, ...cited }: Told): Fact => ({
      text,
      cite: { name, subject, value: text, period, ref: referTo(view, cited), basis },
    }),
    /** A number that has none. */
    loose: (name: string, text: string, basis: string): Fact => ({
      text,
      cite: { name, subject: chain, value: text, period, ref: null, basis },
    }),
  }
}

export type Citer = ReturnType<typeof citer>
