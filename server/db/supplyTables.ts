/**
 * 供应关系: one row of one published file. `supplier` and `buyer` are ids of parties: the 统一社会信用代码 where one was given
 * or found, else `name:` and the normalised name.
 */
export interface SupplyLinkTable {
  dataset: string
  supplier: string
  buyer: string
  /** As printed. */
  supplier_name: string | null
  buyer_name: string | null
  /** The normalised name of a side that came without a usable code; null = given by code. */
  supplier_key: string | null
  buyer_key: string | null
  /** How this mention was matched: code, legal-name, former-name, alias or none. */
  supplier_by: string
  buyer_by: string
  product: string | null
  period: string
  amount_wan: string | null
  /** 份额: per cent of what the buyer buys of this product. */
  share_percent: string | null
  /** declared, contract, tender, estimated or unstated. */
  evidence_class: string
  /** 依据, as given. */
  evidence: string | null
  /** 来源文件、链接或文号. */
  document: string | null
  /** When it was asserted, ISO date or as given. */
  stated_on: string | null
  /** Days the supplier needs to recover. */
  ttr_days: string | null
  /** Days the buyer can go on without it. */
  tts_days: string | null
  /** 可替代供应商数. */
  alternates: number | null
  /** What is odd about a row that was kept all the same, in words. */
  mark: string | null
  batch_id: string
  row_no: number
}

/** One row per party that published links name. */
export interface SupplyPartyTable {
  dataset: string
  id: string
  name: string
  /** The surest way it was matched: code, legal-name, former-name, alias (a person's word) or none. */
  matched_by: string
  /** matched (in the register), asked (waits for a person) or outside. */
  status: string
  /** JSON [{creditCode, name, score, reason}]. */
  candidates: string
  /** Seat: of the register; else the province of the code, or what the name begins with. null = not known. */
  place: string | null
  /** register, code or name. */
  placed_by: string | null
}

/** What a name was found to mean by the rules alone. */
export interface SupplyNameTable {
  dataset: string
  name_key: string
  name: string
  credit_code: string | null
  matched_by: string
  candidates: string
  /** Province or city that the name begins with. */
  place: string | null
}

/** A person's word on a name; null = 确认不在库内. */
export interface SupplyAliasTable {
  dataset: string
  name_key: string
  credit_code: string | null
  decided_at: string
  decided_by: string
}

/** 网络快照. */
export interface SupplySnapshotTable {
  id: string
  dataset: string
  name: string
  created_at: string
  created_by: string
  version: number
  /** 本地 of the walk. */
  region: string
  /** Root of what its maker could see: a snapshot holds trades that who sees less must not learn. */
  seen_from: string
  /** null = not removed. */
  removed_at: string | null
  query: string
  edges: string
}
