import type { IndustryClusterTable, IndustryClusterRegionTable, BoundarySetTable, RegionFactTable } from './placeTables'
import type {
  SupplyAliasTable,
  SupplyLinkTable,
  SupplyNameTable,
  SupplyPartyTable,
  SupplySnapshotTable,
} from './supplyTables'

/*
 * Types follow what both drivers return: bigint and numeric as text, integers as numbers, JSON kept as text columns
 * (parsed by us), dates as ISO text. The SQL stays inside the subset that PostgreSQL-compatible databases share.
 */

/** Data version per dataset: changes with every publication; the base of every ETag. */
export interface DataVersionTable {
  dataset: string
  version: number
  updated_at: string
  /** The day for which the counted honours are right. */
  judged_on: string | null
  /** Key of the rule by which sums were suppressed. */
  disclosure_rule: string | null
}

/** 批次: one imported file. */
export interface BatchTable {
  id: string
  kind: string
  file_name: string
  file_size: number
  file_hash: string
  province: string
  provider: string
  period: string
  scope: string
  data_class: string
  dataset: string
  status: string
  created_at: string
  created_by: string
  published_at: string | null
  /** Order of publication: the latest published record of an enterprise wins. */
  published_seq: number | null
  withdrawn_at: string | null
  counts: string
  mapping: string | null
  report: string | null
  failure: string | null
  /** Editions of the chain packs that classified the rows. */
  editions: string
}

/** 批次行: every row of a file with its verdict; published accepted rows are the enterprise's history. */
export interface StagedRowTable {
  batch_id: string
  row_no: number
  verdict: string
  credit_code: string | null
  name: string | null
  /** Bigrams of the name, blank-separated (one- and two-character searches need them). */
  name_grams: string
  /** Finest sure division, current or retired; null = 未定位. */
  county_found: string | null
  located_by: string
  located_level: string | null
  address: string | null
  products: string | null
  business_scope: string | null
  industry_code: string | null
  in_stat_scope: boolean | null
  registered_on: string | null
  facts: string
  memberships: string
  extra: string
  problems: string
  override_reason: string | null
  raw: string
  /** Degrees, CGCS2000. */
  lng: number | null
  lat: number | null
  /** 坐标系 of the file the degrees were converted from. */
  crs: string | null
}

/** 企业: the present state, a projection of the published rows. */
export interface EnterpriseTable {
  dataset: string
  credit_code: string
  name: string
  name_grams: string[]
  /** county_found, or the batch's province where the county is unknown. Never null. */
  place: string
  county_found: string | null
  located_by: string
  address: string | null
  products: string | null
  business_scope: string | null
  industry_code: string | null
  in_stat_scope: boolean | null
  registered_on: string | null
  batch_id: string
  /** Degrees, CGCS2000; null where no file gave any. */
  lng: number | null
  lat: number | null
  crs: string | null
  /** 母公司, as a register names it. */
  parent_code: string | null
  parent_name: string | null
  /** 曾用名, as registers say or as earlier records printed it; blank-free names, separated by |. */
  former_names: string | null
}

/** 事实: a measured value as one batch reported it. */
export interface FactTable {
  dataset: string
  credit_code: string
  indicator: string
  period: string
  value: string
  unit: string
  batch_id: string
}

/** The value that counts now: that of the latest published batch. */
export interface EnterpriseValueTable {
  dataset: string
  credit_code: string
  indicator: string
  period: string
  value: string
  unit: string
  batch_id: string
}

export interface HonourTable {
  dataset: string
  credit_code: string
  /** Tier key: little-giant, specialised, champion, gazelle, other. */
  tier: string
  programme: string
  level: string | null
  batch_name: string | null
  issued_on: string | null
  valid_from: string | null
  valid_to: string | null
  batch_id: string
  row_no: number
  /** V2022, V2026; null for titles of other rules, or granted before there was a version. */
  rule_version: string | null
  /** As the list says: valid, reviewed, lapsed, revoked. */
  status: string | null
  document: string | null
  note: string | null
  /** 有效期止 follows from the rule, no list said it. */
  end_derived: boolean
  /** What of it holds beside the other rows of the enterprise: held, superseded, lapsed, revoked. */
  standing: string
}

/** 链主. */
export interface LeaderTable {
  dataset: string
  credit_code: string
  chain: string
  node: string | null
  document: string | null
  batch_id: string
  row_no: number
}

/** Enterprise → node, active ones only; manual wins. */
export interface MembershipTable {
  dataset: string
  chain: string
  node: string
  credit_code: string
  how: string
  confidence: number
  reason: string
}

/** What the rules say, before anyone's correction. */
export interface RuleMembershipTable {
  dataset: string
  chain: string
  node: string
  credit_code: string
  confidence: number
  reason: string
}

/** 人工调整; survives re-runs. */
export interface OverrideTable {
  dataset: string
  credit_code: string
  chain: string
  node: string
  action: string
  reason: string
  created_at: string
  created_by: string
}

export interface ChainEditionTable {
  chain: string
  edition: string
  pack: string
  built_in: boolean
  active: boolean
  created_at: string
  created_by: string
}

/** Which units (node, group, stage, chain) a node of the active edition rolls up to. */
export interface ChainUnitTable {
  chain: string
  node: string
  unit_kind: string
  unit: string
}

/** place → region at every level, for one division mode ('current' or 'asof:<period>'). */
export interface RegionMapTable {
  mode_key: string
  place: string
  region: string
}

/** Figures of a unit (node, group, stage, chain, total, linked) in a region: what screens read. */
export interface AggregateTable {
  dataset: string
  mode_key: string
  region: string
  chain: string
  unit_kind: string
  unit: string
  scope: string
  period: string
  enterprises: number
  stat_known: number
  above_scale: number
  honoured: number
  leaders: number
  revenue_wan: string | null
  revenue_reporting: number
  /** 抑制: few, dominant or complementary where `revenue_wan` must not leave the server. */
  revenue_suppressed: string | null
}

/** Column mapping remembered per provider and kind. */
export interface SavedMappingTable {
  provider: string
  kind: string
  columns: string
  updated_at: string
}

export interface Schema {
  data_version: DataVersionTable
  batch: BatchTable
  staged_row: StagedRowTable
  enterprise: EnterpriseTable
  fact: FactTable
  enterprise_value: EnterpriseValueTable
  honour: HonourTable
  leader: LeaderTable
  supply_link: SupplyLinkTable
  supply_party: SupplyPartyTable
  supply_name: SupplyNameTable
  supply_alias: SupplyAliasTable
  supply_snapshot: SupplySnapshotTable
  membership: MembershipTable
  rule_membership: RuleMembershipTable
  membership_override: OverrideTable
  chain_edition: ChainEditionTable
  chain_unit: ChainUnitTable
  region_map: RegionMapTable
  aggregate: AggregateTable
  industry_cluster: IndustryClusterTable
  industry_cluster_region: IndustryClusterRegionTable
  boundary_set: BoundarySetTable
  region_fact: RegionFactTable
  saved_mapping: SavedMappingTable
}
