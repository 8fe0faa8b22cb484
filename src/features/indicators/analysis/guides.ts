import type { GuideSection } from '@/components/HowToReadDialog.vue'

const LOOKS: GuideSection = {
  title: '四种数',
  entries: [
    { term: '0', text: '有数据，就是零。' },
    { term: '缺（斜纹）', text: '没有数据，不是零；停在上面看原因。' },
    { term: '虚线框', text: '推算：按现有数据算得，非统计口径。' },
    { term: '锁 不公布', text: '为保护企业数据。不进刻度、不排位次、不定大小。' },
  ],
}

export const RANKING_GUIDE: readonly GuideSection[] = [
  {
    entries: [
      {
        term: '位次',
        text: '按未取整的数从大到小，并列同位，下一位顺延（1、2、2、4）。缺的、不公布的排在后面，没有位次。',
      },
      { term: '条', text: '从零画起，同一个刻度；增速为负的向左。' },
      { term: '小走势', text: '同一指标在各统计期的走势，断开处当期没有数据；各用自己的刻度。' },
      { term: '▲ ▼', text: '比上年同期上升、下降几位，只与两期都有位次的地区比；点地区名看该地区。' },
    ],
  },
  LOOKS,
]

export const QUADRANT_GUIDE: readonly GuideSection[] = [
  {
    entries: [
      { term: '横轴 区位商', text: '本地这条链的比重是参照地区的几倍；1 为一样，每格 2 倍。' },
      { term: '纵轴', text: '收入增速（推算），或占比；横线是什么，写在图下。' },
      { term: '圆的面积', text: '营业收入或企业数；不公布的按企业数也不放大。' },
      { term: '领先', text: '又专又快：保持优势，看能否带动周边。' },
      { term: '潜力', text: '不够专但快：看是否值得集中扶持。' },
      { term: '承压', text: '专但慢：查原因，是行业不景气还是自身掉队（看“大势还是本事”）。' },
      { term: '待培育', text: '不专也不快。' },
      { term: '图旁所列', text: '缺数或不公布的，不落点，也不按零画。' },
    ],
  },
  LOOKS,
]

export const SHIFT_GUIDE: readonly GuideSection[] = [
  {
    entries: [
      { term: '大势', text: '假如与参照地区全部产业同速增长，应有的增量。' },
      { term: '结构', text: '这个产业在参照地区比总体快（慢）而带来的增量。' },
      { term: '自身', text: '本地这个产业比参照地区同一产业快（慢）而带来的增量，是本事。' },
      { term: '增量', text: '三项之和，正好等于本期减上年同期。' },
      { term: '能不能加', text: '“该链”与“名录其余”不重复，可以相加；分组有重复，各看各的。' },
    ],
  },
  LOOKS,
]

export const CONCENTRATION_GUIDE: readonly GuideSection[] = [
  {
    entries: [
      {
        term: 'HHI',
        text: '各企业份额（百分数）平方之和，0—10000。只在已报送的企业之内算；另给计入未报送企业的推算区间。',
      },
      { term: '1000、1800', text: '出自反垄断审查的界线，仅供参考，不是对集群的评判。' },
      { term: 'CRn', text: '最大 n 家份额之和。一两家的份额就是它们的营业收入，不公布。' },
      { term: '专精特新密度', text: '有效期内专精特新（含“小巨人”）企业数 ÷ 规上企业数；可超过 100%。' },
      { term: '本地配套率', text: '链主向本县、本市、本省供应商的采购占全部采购的比重；所在地不明的算在外面。' },
    ],
  },
  LOOKS,
]
