import { agedFigures } from './figureAge'
import { beyondBounds, oddValues, partsBeyondWhole } from './figureBounds'
import { missingFigures } from './figureGaps'
import type { FigureSheet } from './figureSheet'
import { differingSources, repeatedFigures } from './figureSources'
import { wrongSums } from './figureSums'
import { wrongUnits } from './figureUnits'
import type { CheckPart } from './finding'

/** Every check of 区域指标, in the order they are shown. */
export const figureParts = (sheet: FigureSheet, today: string): CheckPart[] => [
  agedFigures(sheet, today),
  missingFigures(sheet),
  ...wrongSums(sheet),
  partsBeyondWhole(sheet),
  beyondBounds(sheet),
  ...wrongUnits(sheet),
  repeatedFigures(sheet),
  differingSources(sheet),
  oddValues(sheet),
]
