import { headerKey } from './headerText'

/** What a line of the sheet is, before it is judged as a row. */
export type RowNature = 'row' | 'blank' | 'total' | 'note' | 'header' | 'example'

const TOTAL =
  /^(?:合计|总计|小计|共计|累计|本页合计|全市合计|全省合计|全县合计|[^\s]{1,6}(?:合计|小计)|共\d+[家户]企业)[::]?$/u
const NOTE =
  /^(?:注|说明|备注|填表说明|填报说明|填表人|填报人|填报单位|填报日期|制表|审核|单位负责人|统计负责人|数据来源|资料来源|来源|联系人|联系电话|报出日期)(?:\d|[:：.、]|$)/u
const EXAMPLE = /^[(（【[]?示例/u

/** A row of the template that shows how to fill it in. */
export function isExample(name: string): boolean {
  return EXAMPLE.test(name.trim())
}

/** Enough of a code, correct or not, to be somebody's. */
const CODE_LIKE = /[0-9A-Za-z０-９Ａ-Ｚａ-ｚ]{8}/u

export interface NatureInput {
  cells: string[]
  name: string
  codes: string[]
  /** Normalised headings of the same columns. */
  headings: string[]
}

/** 合计 rows, notes below the table, repeated headings of printed pages and template examples are not enterprises. */
export function rowNature({ cells, name, codes, headings }: NatureInput): RowNature {
  if (cells.every((cell) => cell.trim() === '')) return 'blank'
  if (isExample(name)) return 'example'
  if (codes.some((code) => CODE_LIKE.test(code))) return 'row'
  const filled = cells.map((cell, index) => ({ key: headerKey(cell), index })).filter(({ key }) => key !== '')
  if (filled.length >= 2 && filled.every(({ key, index }) => headings[index]?.endsWith(key))) return 'header'
  const first = filled.slice(0, 2).map(({ key }) => key)
  if (first.some((key) => TOTAL.test(key)) || TOTAL.test(headerKey(name))) return 'total'
  const start = (cells[filled[0]?.index ?? 0] ?? '').normalize('NFKC').replace(/\s/gu, '')
  return NOTE.test(start) && filled.length <= 6 ? 'note' : 'row'
}
