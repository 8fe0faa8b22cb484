import { figuresKind } from '@domain/regionFigures/figuresKind'
import { KINDS, type KindId, type KindSpec } from '@domain/register/kinds'
import { INDICATORS } from '../catalogue'

const FIGURES = figuresKind(INDICATORS)

/** The kind of a batch; the fields of 区域指标 are the entries of the catalogue. */
export const kindOf = (id: KindId): KindSpec => (id === 'figures' ? FIGURES : KINDS[id])
