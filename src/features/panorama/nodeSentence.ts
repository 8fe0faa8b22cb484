import type { Panorama, PanoramaNode } from '@contract/panorama'
import { countText } from '@/lib/format'
import { STRENGTH_NAMES } from './panoramaTheme'
import { revenueSpoken } from './revenueWords'
import { markWords, type SupplyMark } from './supplyMarks'

/** The card in words, for screen readers: where it stands, what it is, its figures. */
export function nodeSentence(panorama: Panorama, node: PanoramaNode, mark?: SupplyMark): string {
  const group = panorama.groups.find(({ id }) => id === node.group)
  const stage = panorama.stages.find(({ id }) => id === group?.stage)
  const parts = [
    `${stage?.name ?? ''}，${group?.name ?? ''}，${node.name}`,
    STRENGTH_NAMES[node.strength],
    node.figures.enterprises === 0 && node.strength === 'missing'
      ? '本地空白'
      : `${countText(node.figures.enterprises)}家企业，${revenueSpoken(node.figures)}`,
  ]
  if (node.figures.leaders) parts.push(`链主企业${node.figures.leaders}家`)
  if (node.weight >= 3) parts.push('关键环节')
  if (mark) parts.push(...markWords(mark))
  return `${parts.join('，')}。`
}
