import type { ClusterRegion } from '@contract/clusters'
import type { RegionRows } from './clusterRows'
import type { SourceContext } from './context'
import { figuresOf, type Knowledge } from './figures'
import { growthBetween, quotientAgainst, ratioText, suppressedMeasures } from './regionMeasures'

export interface Material {
  code: string
  own: RegionRows
  root: RegionRows
  known: Knowledge
  unlocated: boolean
}

export function clusterRegion(context: SourceContext, { code, own, root, known, unlocated }: Material): ClusterRegion {
  const { subject, total, before } = own
  const quotient = unlocated ? null : quotientAgainst(own, root)
  const suppressed = suppressedMeasures(own, root)
  const suffix = context.regions.level(code) === 'province' ? '（未定位到市县）' : '（未定位到县）'
  return {
    code,
    name: `${context.regions.name(code)}${unlocated ? suffix : ''}`,
    unlocated,
    figures: figuresOf(subject, known),
    concentration: ratioText(subject.revenue_wan, total.revenue_wan),
    quotient: quotient?.text ?? null,
    quotientBasis: quotient?.basis ?? null,
    growth: growthBetween(before, subject),
    suppressed: unlocated ? suppressed.filter((measure) => measure !== 'quotient') : suppressed,
  }
}

/** 口径 that the maps of the country and of a province share; `region` is what 区位商 refers to. */
export const clusterMethod = (region: string) => [
  '企业按统一社会信用代码去重，每家企业只属于一个地区；各地区合计加“未定位”等于总数。',
  '产业集聚度 = 该链（环节）营业收入 ÷ 本地区名录内全部企业营业收入，均为已报送企业之和。',
  `区位商以${region}为参照：本地区该链（环节）占比 ÷ ${region}该链（环节）占比；有营业收入时按营业收入，否则按企业数。`,
  '营业收入之和若会暴露单个企业的数据，或可与其他数字相减推出，则不公布；用到它的集聚度、区位商、增速也不公布。',
  '收入增速按现有数据推算，非统计口径：本期与上年同期已报送营业收入之和相比，两期报送企业少于 3 家或家数相差超过 20% 的不给出；当期区划在两年之间变动过的地区不给出。',
]
