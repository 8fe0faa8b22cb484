import type { Indicator, IndicatorCatalogue } from '@contract/indicators'
import { unitChoices } from '@domain/regionFigures/figureUnits'
import type { IndicatorEntry } from '@domain/indicator/catalogue'
import { INDICATORS } from '../catalogue'

/** 指标目录 as screens and other systems read it. */
export function readIndicators(): IndicatorCatalogue {
  return {
    themes: INDICATORS.themes.map(({ id, name, template }) => ({ id, name, template: template ?? false })),
    indicators: INDICATORS.indicators.map(indicatorView),
  }
}

function indicatorView(item: IndicatorEntry): Indicator {
  const { formula, dimension, growthOf: _growthOf, bounds: _bounds, registerTwin: _twin, ...rest } = item
  return {
    ...rest,
    inputUnits: unitChoices(dimension),
    formula: formula
      ? {
          id: formula.id ?? null,
          text: formula.text,
          inputs: (formula.inputs ?? []).map((id) => ({ id, name: INDICATORS.get(id)?.name ?? id })),
        }
      : null,
    official: item.official ?? false,
    ambiguity: item.ambiguity ?? null,
  }
}
