import type { FigureBatch, FigureInput } from '@contract/figures'
import { parseRef } from '@domain/figure/figureRef'
import type { Principal } from './principal'
import { forStaff } from './unitValues'

const isUnit = ({ ref, role }: FigureInput) => role === 'rest' || (ref !== null && parseRef(ref)?.kind === 'enterprise')

/** Inputs that are single enterprises stand as one line without a number: their values, and by their order who has most. */
export function publicInputs({ seesUnits }: Principal, inputs: FigureInput[]): FigureInput[] {
  const units = seesUnits ? [] : inputs.filter(isUnit)
  const [first] = units
  if (!first) return inputs
  const line: FigureInput = {
    ...first,
    name: '各家企业',
    value: null,
    ref: null,
    note: '单个企业的数据不向访客公开',
    suppressed: null,
    withheld: true,
  }
  return [...inputs.filter((input) => !isUnit(input)), line]
}

export const publicSources = (principal: Principal, sources: FigureBatch[]): FigureBatch[] =>
  sources.map((source) => ({
    ...source,
    fileName: forStaff(principal, source.fileName),
    publishedBy: forStaff(principal, source.publishedBy),
  }))
