import type { Catalogue, IndicatorEntry } from '../indicator/catalogue'
import { words, type FieldSpec } from '../register/fields'
import type { KindSpec } from '../register/kinds'
import { unitChoices } from './figureUnits'
import { settleFigures } from './settleFigures'

/** Columns that say where and when a figure belongs. */
const PLACE_FIELDS: FieldSpec[] = [
  {
    id: 'code',
    label: '区划代码',
    type: 'code',
    aliases: words(
      '行政区划代码 地区代码 区域代码 行政代码 代码 城市代码 区县代码 县域代码 distcode地区代码 code adcode',
    ),
    note: '6 位行政区划代码；与地区名称至少填一项',
  },
  {
    id: 'place',
    label: '地区',
    type: 'text',
    aliases: words('地区名称 区域 区域名称 行政区 行政区划 行政区划名称 地域 地区（市、县） region'),
    note: '市、县（市、区）名称；合计行写“合计”，按所在市的数收下',
  },
  {
    id: 'county',
    label: '区县',
    type: 'text',
    aliases: words(
      '县 县（市、区） 县(市、区) 县市区 区县名称 县区 县域 所属区县 区（县） 县（区） 县名 县级市 county',
    ),
    notInTemplate: true,
  },
  {
    id: 'city',
    label: '市',
    type: 'text',
    aliases: words('所属市 地市 地级市 城市 城市名称 所在市 市州 地级行政区 所属城市 city'),
    note: '区县重名时须填',
  },
  {
    id: 'province',
    label: '省',
    type: 'text',
    aliases: words('省份 省（市、区） 所属省份 所在省 所属省 所在省份 province'),
    notInTemplate: true,
  },
  { id: 'year', label: '年份', type: 'year', aliases: words('年度 年 统计年份 统计年度 year'), note: '如 2024' },
  {
    id: 'period',
    label: '统计期',
    type: 'period',
    aliases: words('时期 期间 报告期 所属期 数据期 月份 季度 月度 时间 period'),
    note: '如 2024、2024年1—10月、2024年前三季度；1 月不单独统计',
    notInTemplate: true,
  },
  {
    id: 'indicator',
    label: '指标',
    type: 'text',
    aliases: words('指标名称 统计指标 指标名 项目 indicator'),
    notInTemplate: true,
  },
  {
    id: 'value',
    label: '数值',
    type: 'figure',
    units: [],
    aliases: words('数据 数据值 指标值 值 统计值 本期 value'),
    notInTemplate: true,
  },
  { id: 'unit', label: '单位', type: 'text', aliases: words('计量单位 数据单位 unit'), notInTemplate: true },
]

const figureField = (item: IndicatorEntry, theme: string): FieldSpec => ({
  id: item.id,
  label: item.name,
  type: 'figure',
  aliases: [],
  indicator: item.id,
  units: unitChoices(item.dimension),
  repeatable: true,
  group: theme,
})

/** 区域指标: figures of counties and cities, in tables as statistics offices have them. */
export function figuresKind(catalogue: Catalogue): KindSpec {
  const themes = new Map(catalogue.themes.map(({ id, name }) => [id, name]))
  const figures = catalogue.indicators
    .filter(({ reported }) => reported)
    .map((item) => ({ ...figureField(item, themes.get(item.theme) ?? ''), aliases: item.aliases }))
  const kind: KindSpec = {
    id: 'figures',
    label: '区域指标',
    fields: [...PLACE_FIELDS, ...figures],
    required: [],
    oneOf: [
      { label: '区划代码或地区名称', ids: ['code', 'place', 'county', 'city', 'province'] },
      { label: '指标（列名为指标名称，或“指标”“数值”两列）', ids: ['value', ...figures.map(({ id }) => id)] },
    ],
    mappingHint: '各年并排的表，指定其中一年是什么指标、什么单位即可，其余各年照此',
    filled: [],
    codes: [],
    missingCode: 'rejected',
    key: [],
    placed: false,
    named: (name) => catalogue.named(name)?.id ?? null,
    settle: (columns, found, body) => settleFigures(columns, found, body, catalogue),
  }
  return kind
}
