import type { FigureCard, FigureInput } from '@contract/figures'
import type { FigureCell, RegionFigures } from '@contract/regionFigures'
import { amountText } from '@domain/figure/amountText'
import { formatRegionRef, type RegionRef } from '@domain/figure/regionRef'
import { roundHalfUp } from '@domain/indicator/rounding'
import type { IndicatorEntry } from '@domain/indicator/catalogue'
import { periodWords } from '@domain/period/period'
import { INDICATORS } from '../catalogue'
import type { SourceContext } from './context'
import { notFound } from './failure'
import { publicSources } from './figureCardPublic'
import { formulaInNumbers } from '@domain/figure/formulaWords'
import type { Principal } from './principal'
import { readRegionFigures } from './regionFigures'

/** 区域指标的数字身份证: what was published, by whom, and what other sources say. Nothing is computed here. */
export async function readRegionFigureCard(
  context: SourceContext,
  principal: Principal,
  ref: RegionRef,
): Promise<FigureCard> {
  const item = INDICATORS.get(ref.indicator)
  if (!item?.reported) throw notFound(`指标目录中没有可导入的指标 ${ref.indicator}`, 'ref')
  const { region, indicator, dataset } = ref
  const figures = await readRegionFigures(context, principal, { region, indicator, dataset })
  const [own] = figures.indicators
  const cell = own?.cells.find(({ period }) => period === ref.period) ?? null
  const growth = await growthBeside(context, principal, ref)
  return {
    ...identity(ref, item, figures),
    ...valueOf(item, cell),
    sources: cell === null ? [] : publicSources(principal, batchesOf(cell)),
    published: {
      cycle: item.cycle,
      unit: item.unit,
      decimals: item.decimals,
      sources: cell?.sources ?? [],
      spread: cell?.spread ?? null,
      doubt: cell?.doubt ?? null,
      rule: figures.rule,
      growth,
    },
    related: growth === null ? [] : [growth],
    freshness: own?.freshness?.text ?? null,
  }
}

function identity(ref: RegionRef, item: IndicatorEntry, figures: RegionFigures) {
  return {
    ref: formatRegionRef(ref),
    indicator: item.id,
    name: item.name,
    subject: figures.regionName,
    definition: item.ambiguity ? `${item.definition}待明确：${item.ambiguity}` : item.definition,
    owner: item.owner,
    sourceForm: item.source,
    list: null,
    region: ref.region,
    regionName: figures.regionName,
    againstName: null,
    period: ref.period,
    periodText: periodWords(ref.period),
    scope: 'all' as const,
    scopeText: item.scope,
    mode: 'current' as const,
    modeText: '按公布时的区划',
    dataset: ref.dataset,
    footnotes: figures.footnotes,
    version: figures.version,
    updatedAt: figures.updatedAt,
  }
}

function valueOf(item: IndicatorEntry, cell: FigureCell | null) {
  const { unit, decimals } = item
  const value = cell?.value ?? null
  const form = 'number' as const
  const amount = { value, form, unit }
  const inputs: FigureInput[] =
    value === null
      ? []
      : [
          {
            role: 'own',
            name: '公布数',
            value,
            form,
            unit,
            ref: null,
            note: cell?.sources[0]?.asGiven ?? null,
            suppressed: null,
            withheld: false,
          },
        ]
  return {
    value,
    upper: null,
    form,
    unit,
    text: amountText(value === null ? amount : { ...amount, value: roundHalfUp(value, decimals) }),
    suppressed: null,
    missing:
      value === null ? { reason: '没有来源报送这个统计期', remedy: '在“数据接入”上传含该指标的统计表并发布' } : null,
    formula: {
      id: 'reported' as const,
      names: '采用公布数，不由系统重算',
      numbers: formulaInNumbers('reported', inputs, amount),
    },
    inputs,
  }
}

/** The batches of the sources, for the citation; a figure of a region counts no enterprises. */
const batchesOf = ({ period, sources }: FigureCell) =>
  sources.map(({ batch, provider, fileName, dataClass, publishedAt, publishedBy }) => ({
    batch,
    kind: 'figures',
    provider,
    fileName,
    period,
    dataClass,
    publishedAt,
    publishedBy,
    enterprises: 0,
  }))

/** 官方增速 of the same period, where it was imported. */
async function growthBeside(context: SourceContext, principal: Principal, ref: RegionRef) {
  const item = INDICATORS.indicators.find(({ growthOf }) => growthOf === ref.indicator)
  if (!item) return null
  const { region, period, dataset } = ref
  const { indicators } = await readRegionFigures(context, principal, { region, period, dataset, indicator: item.id })
  return indicators.length === 0 ? null : { name: item.name, ref: formatRegionRef({ ...ref, indicator: item.id }) }
}
