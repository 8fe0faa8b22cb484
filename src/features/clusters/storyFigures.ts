import type { ClusterRegion } from '@contract/clusters'
import type { Figures } from '@contract/panorama'
import { countText, decimalText, revenueText, shareText } from '@/lib/format'

export interface StoryFigure {
  term: string
  text: string
  isMissing: boolean
}

/** A region's figures in words. null is 未报送; a province or city whose parts are drawn has no ratios of its own here. */
export function storyFigures(figures: Figures, region: ClusterRegion | undefined): StoryFigure[] {
  const fact = (term: string, value: string | null, missing: string): StoryFigure => ({
    term,
    text: value ?? missing,
    isMissing: value === null,
  })
  const houses = (value: number | null) => (value === null ? null : `${countText(value)} 家`)
  const { enterprises, revenueReporting, revenueWan } = figures
  const counts = [
    fact('链上企业', houses(enterprises), ''),
    fact('营业收入', revenueWan === null ? null : revenueText(revenueWan), '未报送'),
    fact('报送营收', `${countText(revenueReporting)} / ${countText(enterprises)} 家`, ''),
    fact('规上企业', houses(figures.aboveScale), '未报送'),
    fact('优质企业', houses(figures.honoured), '未导入'),
    fact('链主', houses(figures.leaders), '未导入'),
  ]
  if (!region) return counts
  const { concentration, quotient, growth } = region
  return [
    ...counts,
    fact('产业集聚度', concentration === null ? null : shareText(concentration), '未测算'),
    fact('区位商', quotient === null ? null : decimalText(quotient, 2, ''), '未测算'),
    fact('收入增速', growth === null ? null : shareText(growth), '缺上年同期'),
  ]
}
