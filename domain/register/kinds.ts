import { REGISTER_FIELDS, type FieldSpec } from './fields'
import { HONOUR_FIELDS, LEADER_FIELDS } from './listFields'
import type { ColumnMapping, HeaderFound, RawRow } from './mapping'
import { settleTrades } from './settleTrades'
import { LINK_FIELDS } from './tradeFields'

/** Kinds whose rows are about enterprises. */
export type EnterpriseKindId = 'register' | 'honours' | 'leaders' | 'links'
export type KindId = EnterpriseKindId | 'figures'

/** 批次类型: what a table is about, which fields it needs and how a row of it is judged. */
export interface KindSpec {
  id: KindId
  label: string
  fields: FieldSpec[]
  /** Without a column for each of these a file is not of this kind. */
  required: string[]
  /** Of each group one column at least. */
  oneOf?: { label: string; ids: string[] }[]
  /** Fields that a row cannot do without. */
  filled: string[]
  /** Fields holding 统一社会信用代码; a missing one is judged by `missingCode`. */
  codes: string[]
  missingCode: 'rejected' | 'quarantined'
  /** Rows alike in all of these are one row said twice. */
  key: string[]
  /** Located in a county and matched with chains. */
  placed: boolean
  /** What to do about a file without the required columns, besides naming them by hand. */
  mappingHint?: string
  /** Knows further headings of its fields; a name comes without year and unit. */
  named?(name: string): string | null
  /** A last look of its own at the columns, once their cells are known. */
  settle?(columns: ColumnMapping[], found: HeaderFound, body: RawRow[]): ColumnMapping[]
}

export const KINDS: Record<EnterpriseKindId, KindSpec> = {
  register: {
    id: 'register',
    label: '企业名录',
    fields: REGISTER_FIELDS,
    required: ['name', 'creditCode'],
    filled: ['name'],
    codes: ['creditCode'],
    missingCode: 'rejected',
    key: ['creditCode'],
    placed: true,
  },
  honours: {
    id: 'honours',
    label: '荣誉名单',
    fields: HONOUR_FIELDS,
    required: ['name', 'honour'],
    filled: ['name', 'honour'],
    codes: ['creditCode'],
    // Published lists often carry names only; a person confirms which enterprise is meant.
    missingCode: 'quarantined',
    key: ['creditCode', 'name', 'honour', 'level', 'batch', 'grantedOn', 'status'],
    placed: false,
  },
  leaders: {
    id: 'leaders',
    label: '链主名单',
    fields: LEADER_FIELDS,
    required: ['creditCode', 'chain'],
    filled: ['chain'],
    codes: ['creditCode'],
    missingCode: 'rejected',
    key: ['creditCode', 'chain', 'node', 'year'],
    placed: false,
  },
  links: {
    id: 'links',
    label: '供应关系',
    fields: LINK_FIELDS,
    required: [],
    oneOf: [
      { label: '供应商（信用代码或名称）', ids: ['creditCode', 'name'] },
      { label: '采购商（信用代码或名称）', ids: ['buyerCode', 'buyerName'] },
    ],
    filled: [],
    codes: ['creditCode', 'buyerCode'],
    missingCode: 'rejected',
    // Alike but for the amount is no repetition: somebody says something else.
    key: [
      'creditCode',
      'supplierKey',
      'buyerCode',
      'buyerKey',
      'product',
      'year',
      'amountWan',
      'sharePercent',
      'evidenceClass',
    ],
    placed: false,
    settle: (columns, _found, body) => settleTrades(columns, body),
  },
}

const fieldTables = new WeakMap<KindSpec, Map<string, FieldSpec>>()

export function fieldOf(kind: KindSpec, id: string): FieldSpec | null {
  let table = fieldTables.get(kind)
  if (!table) {
    table = new Map(kind.fields.map((field) => [field.id, field]))
    fieldTables.set(kind, table)
  }
  return table.get(id) ?? null
}
