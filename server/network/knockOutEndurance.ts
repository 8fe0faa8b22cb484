import type { KnockOutHit } from '@contract/knockOut'
import { exposureOf, exposureWords } from '@domain/supply/exposure'
import type { KnockOut } from '@domain/supply/knockOut'
import { tradesOf } from '@domain/supply/supplyGraph'
import type { SupplyView } from './supplyView'

type Endured = Pick<KnockOutHit, 'exposure' | 'ttrDays' | 'ttsDays' | 'missing'>

const NOT_DIRECT = '不直接向停摆对象采购'

/**
 * TTS 与 TTR of firms that buy from who stops: the shortest TTS of those purchases against the longest TTR of those
 * suppliers, in days. Where some are not reported the worse is taken to be possible: `covered` needs all of them.
 */
export class Endurance {
  readonly #ttr = new Map<number, number>()

  constructor(
    private readonly view: SupplyView,
    private readonly run: KnockOut,
  ) {}

  of(firm: number): Endured {
    const { graph } = this.view
    if ((this.run.own[firm] ?? 0) > 0) return { exposure: 'unknown', ...this.#own(firm), missing: null }
    const bought = [...tradesOf(graph.purchases, firm)].filter(
      (trade) => (this.run.own[graph.supplier[trade] ?? 0] ?? 0) > 0,
    )
    if (bought.length === 0) return { exposure: 'unknown', ttrDays: null, ttsDays: null, missing: NOT_DIRECT }
    const tts = bought.map((trade) => graph.ttsDays[trade] ?? Number.NaN)
    const ttr = bought.map((trade) => this.#ttrOf(graph.supplier[trade] ?? 0))
    const days = { tts: daysOf(extreme(tts, Math.min)), ttr: daysOf(extreme(ttr, Math.max)) }
    const exposure = exposureOf(days)
    const unsure = [...(ttr.some(Number.isNaN) ? ['TTR'] : []), ...(tts.some(Number.isNaN) ? ['TTS'] : [])]
    const { verdict } = exposure
    const shown = { ttrDays: days.ttr, ttsDays: days.tts }
    if (verdict === 'unknown') return { exposure: verdict, ...shown, missing: exposureWords(exposure) }
    if (verdict === 'covered' && unsure.length > 0)
      return { exposure: 'unknown', ...shown, missing: `部分供应商缺 ${unsure.join('/')}` }
    return { exposure: verdict, ...shown, missing: null }
  }

  #own(firm: number) {
    const ttr = this.#ttrOf(firm)
    return { ttrDays: Number.isNaN(ttr) ? null : daysOf(ttr), ttsDays: null }
  }

  /** The longest that any of its buyers was told; NaN = nobody was. */
  #ttrOf(supplier: number): number {
    const asked = this.#ttr.get(supplier)
    if (asked !== undefined) return asked
    const { graph } = this.view
    let longest = Number.NaN
    for (const trade of tradesOf(graph.sales, supplier)) {
      const days = graph.ttrDays[trade] ?? Number.NaN
      if (!(days <= longest)) longest = Number.isNaN(days) ? longest : days
    }
    this.#ttr.set(supplier, longest)
    return longest
  }
}

/** Of the known ones, one after the other: of a hub there are more than a function takes arguments. NaN = none is known. */
const extreme = (days: readonly number[], of: (a: number, b: number) => number) =>
  days.reduce((found, own) => (Number.isNaN(found) ? own : Number.isNaN(own) ? found : of(found, own)), Number.NaN)

/** Kept with two digits in 32 bits. */
const daysOf = (days: number) => (Number.isFinite(days) ? Math.round(days * 100) / 100 : null)
