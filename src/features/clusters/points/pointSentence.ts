import type { PointSummary } from '@contract/points'
import { countText } from '@/lib/format'

/** Who is on the map as a point and who is not; the picture says the same. */
export function pointSentence({ located, unlocated }: Pick<PointSummary, 'located' | 'unlocated'>): string {
  if (located === 0) return '本名录没有坐标，点位无法显示；可在名录中加经度、纬度两列后重新导入。'
  const placed = `有坐标 ${countText(located)} 家`
  return unlocated === 0 ? `${placed}，全部上图。` : `${placed}；无坐标 ${countText(unlocated)} 家只计入所在区县。`
}

/** The picture shows no points: it says so along with who has coordinates. */
export const pointsLeftOut = (summary: Pick<PointSummary, 'located' | 'unlocated'>) =>
  `企业点位不画入图片：${pointSentence(summary)}`
