import { withoutCrs } from '../geo/crs'
import type { FieldSpec } from './fields'
import { headerKey, readHeader, type HeaderReading } from './headerText'
import { fieldOf, type KindSpec } from './kinds'
import type { ColumnMapping, MappingOverrides, SavedMapping } from './mapping'
import { isPersonalHeader } from './personal'
import { isCoordinate } from './settleCrs'

export interface MatchContext {
  kind: KindSpec
  batchPeriod: string
  saved?: SavedMapping
  overrides?: MappingOverrides
}

const aliasTables = new WeakMap<KindSpec, Map<string, FieldSpec>>()

function aliasesOf(kind: KindSpec): Map<string, FieldSpec> {
  const known = aliasTables.get(kind)
  if (known) return known
  const table = new Map<string, FieldSpec>()
  for (const field of kind.fields) {
    for (const alias of [field.label, ...field.aliases]) {
      if (!table.has(headerKey(alias))) table.set(headerKey(alias), field)
    }
  }
  aliasTables.set(kind, table)
  return table
}

type Match = Pick<ColumnMapping, 'field' | 'confidence' | 'how'>

function matchReading(reading: HeaderReading, kind: KindSpec): Match {
  const aliases = aliasesOf(kind)
  const named = (name: string) => fieldOf(kind, kind.named?.(name) ?? '') ?? undefined
  const exact = aliases.get(reading.key) ?? named(reading.key)
  if (exact) return { field: exact.id, confidence: 1, how: 'alias' }
  const core = reading.core === '' ? undefined : (aliases.get(reading.core) ?? named(reading.core))
  if (core) return { field: core.id, confidence: 0.95, how: 'core' }
  const point = aliases.get(withoutCrs(reading.key))
  if (isCoordinate(point)) return { field: point.id, confidence: 0.95, how: 'core' }
  const hinted = kind.fields.find(
    (field) => !field.never?.test(reading.key) && field.hints?.some((hint) => reading.core.includes(headerKey(hint))),
  )
  return hinted ? { field: hinted.id, confidence: 0.7, how: 'hint' } : { field: null, confidence: 0, how: 'none' }
}

/** What a heading (with the heading above it, where there are two rows) is taken for. */
export function matchColumn(column: number, parent: string, child: string, context: MatchContext): ColumnMapping {
  const whole = [parent, child].filter((text) => text.trim() !== '')
  const header = whole.length === 2 && headerKey(parent) === headerKey(child) ? child.trim() : whole.join(' ').trim()
  const readings = [header, child, parent]
    .filter((text, index, all) => text.trim() !== '' && all.indexOf(text) === index)
    .map((text) => readHeader(text, context.batchPeriod))
  const matches = readings.map((reading) => matchReading(reading, context.kind))
  // A parent alone names its columns only when the child is nothing but a period or a unit.
  const usable = matches.filter((_match, index) => index < 2 || child.trim() === '' || readings[1]?.core === '')
  const best = usable.reduce<Match>((a, b) => (b.confidence > a.confidence ? b : a), {
    field: null,
    confidence: 0,
    how: 'none',
  })
  const unit = readHeader(child, context.batchPeriod).unit ?? readHeader(parent, context.batchPeriod).unit
  const personal = isPersonalHeader(header) || isPersonalHeader(child)
  return {
    column,
    header,
    ...(personal ? { field: null, confidence: 0, how: 'none' as const } : best),
    // The 2000 of CGCS2000 is no year.
    period: isCoordinate(fieldOf(context.kind, best.field ?? '')) ? null : (readings[0]?.period ?? null),
    unit,
    unitFrom: unit === null ? null : 'header',
    personal,
    question: null,
    samples: [],
  }
}

const knows = (kind: KindSpec, field: string | null) => field === null || kind.fields.some(({ id }) => id === field)

/** The provider's memory, then the user's word, over the guess; personal columns stay closed to both. */
export function applyChoices(mapping: ColumnMapping, context: MatchContext): ColumnMapping {
  if (mapping.personal) return mapping
  const key = headerKey(mapping.header)
  const saved = key === '' ? undefined : context.saved?.columns.find(({ header }) => headerKey(header) === key)
  const chosen = context.overrides?.columns?.find(({ column }) => column === mapping.column)
  let result = mapping
  if (saved && knows(context.kind, saved.field)) result = choose(result, saved, 'saved')
  if (chosen && knows(context.kind, chosen.field)) result = choose(result, chosen, 'manual')
  return result
}

function choose(
  mapping: ColumnMapping,
  choice: { field: string | null; period?: string | null; unit?: string | null },
  how: 'saved' | 'manual',
): ColumnMapping {
  return {
    ...mapping,
    field: choice.field,
    confidence: 1,
    how,
    period: choice.period ?? mapping.period,
    unit: choice.unit ?? mapping.unit,
    unitFrom: choice.unit ? how : mapping.unitFrom,
  }
}
