import type { FigureIndicator } from '@domain/figure/figureRef'
import type { ValueForm } from '@domain/figure/figureInput'
import { INDICATORS } from '../catalogue'
import { PARTY_FORMS, PARTY_MEANINGS } from './figureCardSupplyFirmMeanings'
import { SUPPLY_MEANINGS } from './figureCardSupplyMeanings'

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
  'honoured-innovative': ['count', '家'],
  'honoured-specialised': ['count', '家'],
  'honoured-little-giant': ['count', '家'],
  'honoured-champion': ['count', '家'],
  'honoured-gazelle': ['count', '家'],
  leaders: ['count', '家'],
  revenue: ['money', '万元'],
  'revenue-reporting': ['count', '家'],
  concentration: ['ratio', ''],
  'location-quotient': ['number', ''],
  share: ['ratio', ''],
  'part-share': ['ratio', ''],
  'part-share-revenue': ['ratio', ''],
  'revenue-share': ['ratio', ''],
  'enterprises-rank': ['rank', '位'],
  'revenue-rank': ['rank', '位'],
  'above-scale-rank': ['rank', '位'],
  'honoured-rank': ['rank', '位'],
  'revenue-growth': ['ratio', ''],
  'concentration-change': ['number', '个百分点'],
  completeness: ['ratio', ''],
  'strong-nodes': ['count', '个'],
  'fair-nodes': ['count', '个'],
  'weak-nodes': ['count', '个'],
  'missing-nodes': ['count', '个'],
  'link-rate': ['ratio', ''],
  'link-rate-revenue': ['ratio', ''],
  hhi: ['number', ''],
  crn: ['ratio', ''],
  specialised: ['count', '家'],
  'specialised-density': ['ratio', ''],
  'specialised-per-yi': ['number', '家/亿元'],
  'shift-change': ['money', '万元'],
  'shift-growth': ['money', '万元'],
  'shift-mix': ['money', '万元'],
  'shift-competitive': ['money', '万元'],
  'leader-suppliers': ['count', '家'],
  'leader-purchases': ['money', '万元'],
  'local-supply-rate': ['ratio', ''],
  'local-supply-rate-county': ['ratio', ''],
  'local-supply-rate-province': ['ratio', ''],
  'local-supply-rate-amount': ['ratio', ''],
  'local-supply-rate-county-amount': ['ratio', ''],
  'local-supply-rate-province-amount': ['ratio', ''],
  ...PARTY_FORMS,
}

const JUDGED = '每个环节按规上企业数与区位商判为强、一般、弱或缺；没有纳统情况时退按企业数推算。'

type Supplement = [leansOn: string, name: string, definition: string, formula: string]

const rankOf = (leansOn: string, of: string): Supplement => [
  leansOn,
  `${of}位次`,
  `按${of}在同省同级地区中的位次，从大到小，并列同位；没有数的和为零的不排位。`,
  `${of}比本地区多的地区个数 + 1`,
]

/** Figures of the screens that are no indicators of their own: each leans on the entry of the catalogue named first. */
const SUPPLEMENT: Partial<Record<FigureIndicator, Supplement>> = {
  ...SUPPLY_MEANINGS,
  ...PARTY_MEANINGS,
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
  'concentration-change': [
    'concentration',
    '产业集聚度比上年同期',
    '本期与上年同期产业集聚度之差，按现有数据推算，非统计口径；两个百分数之差为百分点。',
    '本期产业集聚度 − 上年同期产业集聚度',
  ],
  'part-share': [
    'share',
    '占全链比重（按企业数）',
    '阶段、分组或环节的企业数占全链企业数的比重；一家企业可在几个分组，各计一次，故各分组比重之和可大于 100%。',
    '本部分企业数 ÷ 全链企业数',
  ],
  'part-share-revenue': [
    'share',
    '占全链比重（按营业收入）',
    '阶段、分组或环节的营业收入占全链营业收入的比重，均为已报送企业之和；跨分组企业的收入在各分组均计入。',
    '本部分营业收入 ÷ 全链营业收入',
  ],
  'revenue-share': [
    'revenue',
    '占上级地区营业收入的比重',
    '本地区（集群）该链（环节）已报送营业收入占上级地区同一链（环节）的比重。',
    '本地区营业收入 ÷ 上级地区营业收入',
  ],
  'revenue-rank': rankOf('revenue', '营业收入'),
  'above-scale-rank': rankOf('above-scale', '规上企业数'),
  'honoured-rank': rankOf('honoured', '优质企业数'),
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
