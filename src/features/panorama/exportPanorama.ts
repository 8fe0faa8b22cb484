import type { Panorama } from '@contract/panorama'
import { momentText } from '@/lib/format'
import { saveBlob } from '@/lib/saveFile'
import { DATASET_NAMES, MODE_CHOICES, periodText, SCOPE_CHOICES } from '@/stores/viewWords'
import { supplyNote } from './legendText'
import type { PictureState } from './panoramaPicture'
import type { SupplyMarks } from './supplyMarks'

/** What stands around an exported picture: the same sentences as on the screen. */
export function pictureText({ view, method }: Panorama, supply: SupplyMarks | null, now: Date) {
  const scope = SCOPE_CHOICES.find(({ value }) => value === view.scope)?.label
  const mode = MODE_CHOICES.find(({ value }) => value === view.mode)?.label
  const updated = view.updatedAt === null ? '未发布' : momentText(view.updatedAt)
  return {
    title: `${view.regionName} · ${view.chainName}产业全景图谱`,
    lines: [...method, ...(supply ? [supplyNote(supply.year)] : []), ...view.footnotes],
    footer: `${periodText(view.period)}；${scope}；${mode}；${DATASET_NAMES[view.dataset]}，发布于 ${updated}；导出于 ${momentText(now.toISOString())}`,
    demo: view.dataset === 'demo',
  }
}

export function pictureName({ view }: Panorama): string {
  const demo = view.dataset === 'demo' ? '-演示数据' : ''
  return `${view.regionName}-${view.chainName}-全景图谱-${view.period}${demo}.png`
}

/** Saves the whole graph as PNG, whether or not it is on the screen. */
export async function savePicture(panorama: Panorama, state: PictureState) {
  const { panoramaPicture } = await import('./panoramaPicture')
  saveBlob(
    await panoramaPicture(panorama, state, pictureText(panorama, state.supply, new Date())),
    pictureName(panorama),
  )
}
