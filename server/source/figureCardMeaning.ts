import type { FigureIndicator } from '@domain/figure/figureRef'
import type { ValueForm } from '@domain/figure/figureInput'
import { INDICATORS } from '../catalogue'

/** What the catalogue of indicators says of a figure, or what stands in for it. */
export interface Meaning {
  name: string
  definition: string
  formula: string
  owner: string
  sourceForm: string
  form: ValueForm
  unit: string
}

const FORMS: Record<FigureIndicator, [form: ValueForm, unit: string]> = {
  enterprises: ['count', '家'],
  'above-scale': ['count', '家'],
  honoured: ['count', '家'],
  leaders: ['count', '家'],
  revenue: ['money', '万元'],
  'revenue-reporting': ['count', '家'],
  concentration: ['ratio', ''],
  'location-quotient': ['number', ''],
  share: ['ratio', ''],
  'enterprises-rank': ['rank', '位'],
  'revenue-growth': ['ratio', ''],
  completeness: ['ratio', ''],
  'strong-nodes': ['count', '个'],
  'fair-nodes': ['count', '个'],
  'weak-nodes': ['count', '个'],
  'missing-nodes': ['count', '个'],
  'link-rate': ['ratio', ''],
  'link-rate-revenue': ['ratio', ''],
  hhi: ['number', ''],
  crn: ['ratio', ''],
}

const JUDGED = '每个环节按规上企业数与区位商判为强、一般、弱或缺；没有纳统情况时退按企业数推算。'

/** Figures of the screens that are no indicators of their own: each leans on the entry of the catalogue named first. */
const SUPPLEMENT: Partial<
  Record<FigureIndicator, [leansOn: string, name: string, definition: string, formula: string]>
> = {
  'revenue-reporting': [
    'revenue',
    '报送营收企业数',
    '在本统计期报送了营业收入的企业数；营业收入只是这些企业之和。',
    '报送营业收入的企业数',
  ],
  'link-rate-revenue': [
    'link-rate',
    '挂链率（按营业收入）',
    '挂链企业的营业收入占名录内全部已报送营业收入的比重。',
    '挂链企业营业收入 ÷ 名录企业营业收入',
  ],
  'enterprises-rank': [
    'enterprises',
    '企业数位次',
    '按企业数在同省同级地区中的位次，从大到小，并列同位；没有企业的不排位。',
    '企业数比本地区多的地区个数 + 1',
  ],
  'strong-nodes': ['completeness', '强环节数', JUDGED, '判为强的环节个数'],
  'fair-nodes': ['completeness', '一般环节数', JUDGED, '判为一般的环节个数'],
  'weak-nodes': ['completeness', '弱环节数', JUDGED, '判为弱的环节个数'],
  'missing-nodes': ['completeness', '缺环节数', JUDGED, '判为缺的环节个数'],
}

export function meaningOf(indicator: FigureIndicator): Meaning {
  const [leansOn = indicator, name, definition, formula] = SUPPLEMENT[indicator] ?? []
  const entry = INDICATORS.get(leansOn)
  const [form, unit] = FORMS[indicator]
  return {
    name: name ?? entry?.name ?? indicator,
    definition: definition ?? entry?.definition ?? '',
    formula: formula ?? entry?.formula?.text ?? '',
    owner: entry?.owner ?? '',
    sourceForm: entry?.source ?? '',
    form,
    unit,
  }
}

/** How often the figure is reported: what its age is measured by. */
export const cycleOf = (indicator: FigureIndicator) =>
  INDICATORS.get(SUPPLEMENT[indicator]?.[0] ?? indicator)?.cycle ?? 'year'
