/**
 * Why a sum is not made public (抑制). 统计法 第二十五条: what identifies one respondent, or lets one be inferred, is not
 * disclosed. `few` and `dominant` are unsafe by themselves; `complementary` would give an unsafe one away by subtraction.
 */
export const SUPPRESSIONS = ['few', 'dominant', 'complementary'] as const
export type Suppression = (typeof SUPPRESSIONS)[number]

/** What stands in the place of a suppressed number, on screen, on paper and in a cell. */
export const SUPPRESSED_TEXT = '不公布'

export const SUPPRESSION_WORDS: Record<Suppression, string> = {
  few: '报送企业太少，公布会暴露单个企业的数据',
  dominant: '一两家企业占了绝大部分，公布会暴露它们的数据',
  complementary: '公布后可与其他数字相减，推出受保护的数据',
}
