import { EVIDENCE, LINK_MARKS, type Evidence } from '@contract/supply'
import { TRADE_MARKS } from '@domain/register/judgeTrade'
import type { Trades } from '@domain/supply/supplyGraph'
import { bytes, decimals, integers, shortDecimals } from './columns'
import type { TradeRow } from './networkRows'

/** What is known of a trade beyond what the rules of `domain/supply` calculate with; by trade. */
export interface TradeFacts {
  /** Number of the pair of supplier and buyer: trades of one pair stand side by side. */
  pair: Int32Array
  /** Number in `EVIDENCE`. */
  evidence: Uint8Array
  /** A bit for each of `LINK_MARKS`. */
  marks: Uint8Array
  /** 份额 as given, per cent; NaN = not given. */
  sharePercent: Float64Array
  /** NaN = not given. */
  ttrDays: Float32Array
  ttsDays: Float32Array
  alternates: Float32Array
}

export type YearTrades = Trades & TradeFacts

export type LinkMark = (typeof LINK_MARKS)[number]
export const markBit = (mark: LinkMark) => 1 << LINK_MARKS.indexOf(mark)
export const marksIn = (bits: number) => LINK_MARKS.filter((mark) => (bits & markBit(mark)) !== 0)

export const FIRST_INFERRED = EVIDENCE.indexOf('tender')

/** Collects the trades of one year, which come by supplier, buyer and product. */
export class TradeCollector {
  readonly #supplier = integers()
  readonly #buyer = integers()
  readonly #product = integers()
  readonly #yuan = decimals()
  readonly #pair = integers()
  readonly #evidence = bytes()
  readonly #marks = bytes()
  readonly #sharePercent = decimals()
  readonly #ttrDays = shortDecimals()
  readonly #ttsDays = shortDecimals()
  readonly #alternates = shortDecimals()
  #last = { supplier: -1, buyer: -1, pair: -1 }

  add(supplier: number, buyer: number, product: number, row: TradeRow): void {
    const [, , , , yuan, sharePercent, evidence, mark, isConflict, ttr, tts, alternates] = row
    const last = this.#last
    if (last.supplier !== supplier || last.buyer !== buyer) this.#last = { supplier, buyer, pair: last.pair + 1 }
    this.#supplier.push(supplier)
    this.#buyer.push(buyer)
    this.#product.push(product)
    // A negative amount is refused when the file is read; one that got in all the same is no amount.
    this.#yuan.push(yuan === null || yuan < 0 ? Number.NaN : yuan)
    this.#pair.push(this.#last.pair)
    this.#evidence.push(evidenceNumber(evidence))
    this.#marks.push(marksOf(mark, isConflict))
    this.#sharePercent.push(sharePercent ?? Number.NaN)
    this.#ttrDays.push(ttr ?? Number.NaN)
    this.#ttsDays.push(tts ?? Number.NaN)
    this.#alternates.push(alternates ?? Number.NaN)
  }

  finish(firms: number): YearTrades {
    const sharePercent = this.#sharePercent.finish()
    return {
      firms,
      supplier: this.#supplier.finish(),
      buyer: this.#buyer.finish(),
      product: this.#product.finish(),
      yuan: this.#yuan.finish(),
      share: Float64Array.from(sharePercent, (percent) =>
        percent >= 0 && percent <= 100 ? percent / 100 : Number.NaN,
      ),
      pair: this.#pair.finish(),
      evidence: this.#evidence.finish(),
      marks: this.#marks.finish(),
      sharePercent,
      ttrDays: this.#ttrDays.finish(),
      ttsDays: this.#ttsDays.finish(),
      alternates: this.#alternates.finish(),
    }
  }
}

function evidenceNumber(text: string): number {
  const known = EVIDENCE.indexOf(text as Evidence)
  return known === -1 ? EVIDENCE.indexOf('unstated') : known
}

/** What the intake writes beside a row, and which mark it is. */
const WORDS: Record<string, LinkMark> = {
  [TRADE_MARKS.amounts]: 'amount-conflict',
  [TRADE_MARKS.shares]: 'amount-conflict',
  [TRADE_MARKS.shareSum]: 'share-sum',
  [TRADE_MARKS.direction]: 'direction-unstated',
  [TRADE_MARKS.cycle]: 'mutual',
}

/** The marks in the words of one row. */
export const marksSaid = (text: string | null): LinkMark[] =>
  (text ?? '').split('；').flatMap((words) => WORDS[words] ?? [])

function marksOf(text: string | null, isConflict: boolean): number {
  const bits = marksSaid(text).reduce((sum, mark) => sum | markBit(mark), 0)
  return isConflict ? bits | markBit('amount-conflict') : bits
}

const COLUMNS = [
  'supplier',
  'buyer',
  'product',
  'yuan',
  'share',
  'pair',
  'evidence',
  'marks',
  'sharePercent',
  'ttrDays',
  'ttsDays',
  'alternates',
] as const

/** The trades that are let through, in the same order. */
export function tradesWhere(trades: YearTrades, isKept: (trade: number) => boolean): YearTrades {
  const kept = integers()
  for (let trade = 0; trade < trades.supplier.length; trade += 1) if (isKept(trade)) kept.push(trade)
  const numbers = kept.finish()
  const picked: YearTrades = { ...trades }
  for (const column of COLUMNS) {
    const from = trades[column]
    const to = from.slice(0, numbers.length)
    numbers.forEach((trade, at) => {
      to[at] = from[trade] ?? 0
    })
    Object.assign(picked, { [column]: to })
  }
  return picked
}
