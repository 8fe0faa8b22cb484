/** How the cells of a field are read. */
export type FieldType =
  | 'text'
  | 'code'
  | 'money'
  | 'energy'
  | 'people'
  | 'percent'
  | 'years'
  | 'items'
  | 'points'
  | 'date'
  | 'year'
  | 'bool'
  | 'industry'
  | 'capital'
  | 'lng'
  | 'lat'
  | 'lngLat'
  | 'crs'
  | 'figure'
  | 'period'

/** 字段: what a column of an uploaded table may hold. */
export interface FieldSpec {
  id: string
  /** The heading used in templates and reports. */
  label: string
  type: FieldType
  /** Headings seen in use; compared after `headerKey`. The first one may equal the label. */
  aliases: string[]
  /** Fragments that make a guess when nothing matches exactly. */
  hints?: string[]
  /** A heading with one of these is never guessed to be this field. */
  never?: RegExp
  /** The indicator that the column's numbers become facts of. */
  indicator?: string
  /** What to write, for the 填写说明 sheet. */
  note?: string
  /** Read where it comes, but not asked for in the template. */
  notInTemplate?: true
  /** Units of a `figure`, the stored one first. */
  units?: string[]
  /** Several columns may be this field: two sources of one figure. */
  repeatable?: true
  /** Under what heading it is offered to the user. */
  group?: string
}

/** A list of words set as running text. */
export const words = (text: string) => text.trim().split(/\s+/u)
