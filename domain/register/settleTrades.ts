import { headerKey } from './headerText'
import type { ColumnMapping, RawRow } from './mapping'
import { readNumber } from './numbers'

/** A last look at the columns of 供应关系: amounts headed in English, shares written as fractions. */
export function settleTrades(columns: ColumnMapping[], body: RawRow[]): ColumnMapping[] {
  return columns.map((mapping) => {
    if (mapping.how === 'manual' || mapping.how === 'saved') return mapping
    if (mapping.field === 'amount') return settleAmount(mapping)
    return mapping.field === 'share' && mapping.question !== null ? settleShare(mapping, body) : mapping
  })
}

/** amount_yuan names its unit; nothing else in the table can. */
function settleAmount(mapping: ColumnMapping): ColumnMapping {
  const isYuan = /(?:^|[_\s(-])(?:yuan|rmb|cny)\)?$/u.test(headerKey(mapping.header))
  return isYuan ? { ...mapping, unit: '元', unitFrom: 'header', question: null } : mapping
}

/**
 * 份额 is a part of all purchases of a product: a whole column of no more than one per cent does not happen, so 0.35 among
 * numbers that are all at most 1 is a fraction. A column of bare 0 and 1 tells nothing, and the question stays.
 */
function settleShare(mapping: ColumnMapping, body: RawRow[]): ColumnMapping {
  const isFraction = body.some(({ cells }) => {
    const read = readNumber(cells[mapping.column] ?? '')
    return read.kind === 'number' && read.number.greaterThan(0) && read.number.lessThan(1)
  })
  return isFraction ? { ...mapping, unit: '小数', unitFrom: 'cells', question: null } : mapping
}
