import { HONOUR_INPUTS, type HonourInput } from '../honour/inputs'
import { words, type FieldSpec, type FieldType } from './fieldSpec'

const field = (id: HonourInput, type: FieldType, aliases: string, note: string): FieldSpec => ({
  id,
  label: HONOUR_INPUTS[id].label,
  type,
  indicator: id,
  aliases: words(aliases),
  note,
  group: '优质企业预筛（选填）',
  notInTemplate: true,
})

/**
 * 优质企业预筛 reads these where a register has them. They match whole headings only, never fragments: a register that
 * was read before must be read alike now.
 */
export const PRESCREEN_FIELDS: FieldSpec[] = [
  field(
    'research-expense',
    'money',
    '研发费用 研发费用总额 研发费用合计 研究开发费用 研发费用支出',
    '上年度研发费用；近两年的写成“2024年研发费用（万元）”“2025年研发费用（万元）”两列',
  ),
  field(
    'main-share',
    'percent',
    '主营业务收入占比 主营业务收入占营业收入比重 主营业务收入占营业收入的比重 主营占比 主营业务占比 主营业务收入比重',
    '主营业务收入占营业收入的百分数，如 92.5',
  ),
  field(
    'main-growth',
    'percent',
    '近两年主营业务收入平均增长率 近2年主营业务收入平均增长率 主营业务收入平均增长率 近两年主营业务收入平均增速',
    '百分数，如 8.2',
  ),
  field('debt-ratio', 'percent', '资产负债率 年末资产负债率', '上年末，百分数，如 55.0'),
  field(
    'equity-financing',
    'money',
    '新增股权融资额 股权融资 股权融资额 新增股权融资 股权融资总额 新增股权融资总额 新增股权投资',
    '当年新增，合格机构投资者实缴；没有融资填 0，不清楚请留空',
  ),
  field(
    'research-staff-share',
    'percent',
    '研发人员占比 研发人员占职工总数比重 研发人员比例 研发人员占比重',
    '百分数，如 25',
  ),
  field(
    'segment-years',
    'years',
    '从事细分市场年限 从事特定细分市场年限 从事特定细分市场时间 细分市场年限 深耕细分市场年限 从事细分领域年限',
    '到上年末，满几年',
  ),
  field(
    'class-one-ip',
    'items',
    'Ⅰ类知识产权数 Ⅰ类知识产权 Ⅰ类知识产权数量 I类知识产权数 I类知识产权 I类知识产权数量 一类知识产权数 一类知识产权 一类知识产权数量',
    '与主导产品相关、已产生效益的Ⅰ类知识产权',
  ),
  field(
    'market-share',
    'percent',
    '全国细分市场占有率 主导产品全国细分市场占有率 细分市场占有率 主导产品市场占有率',
    '主导产品在全国细分市场的占有率，百分数',
  ),
  field(
    'evaluation-score',
    'points',
    '发展评价得分 专精特新评价得分 优质中小企业评价得分 专精特新中小企业评价得分',
    '主管部门评出的得分',
  ),
]
