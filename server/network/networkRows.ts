/*
 * What a network index is built from: JSON lists of rows, packed by the database, in chunks. Parties come before everything
 * that names them.
 */

export type PartyRow = [id: string, name: string, place: string | null, isListed: boolean]
/** id and name of a chain, of its nodes. */
export type ChainRow = [chain: string, name: string, nodes: [node: string, name: string][]]
export type LeaderRow = [creditCode: string, chain: string]
export type SeatRow = [creditCode: string, chain: string, node: string]
/** A title that holds on the day of the index. */
export type HonourRow = [creditCode: string, tier: string]
export type RevenueRow = [creditCode: string, year: string, yuan: number]
/** The newest of the rows that assert the same trade, by supplier, buyer and product. */
export type TradeRow = [
  supplier: string,
  buyer: string,
  product: string | null,
  year: string,
  yuan: number | null,
  sharePercent: number | null,
  evidence: string,
  /** Marks of the intake, in its words. */
  mark: string | null,
  /** Other rows of the same trade give other amounts. */
  isConflict: boolean,
  ttrDays: number | null,
  ttsDays: number | null,
  alternates: number | null,
]

export interface NetworkRows {
  chains: ChainRow
  parties: PartyRow
  leaders: LeaderRow
  seats: SeatRow
  honours: HonourRow
  revenues: RevenueRow
  trades: TradeRow
}

export type NetworkPart = keyof NetworkRows

export interface NetworkChunk {
  of: NetworkPart
  /** A JSON list of rows of that part. */
  rows: string
}
