import type { BoundarySet } from '@contract/boundaries'

/** 内部使用 is always possible; 公开使用 only with a 审图号. */
export type PictureUse = 'internal' | 'public'

/** What stands under every map and on every picture. */
export const boundaryNotice = ({ reviewNumber }: Pick<BoundarySet, 'reviewNumber'>) =>
  reviewNumber === null ? '示意图，无审图号，仅供内部使用' : `审图号：${reviewNumber}`

/** Across the picture itself, where no cutting takes it off; null where nothing need be said. */
export const watermarkOf = ({ publicExport }: Pick<BoundarySet, 'publicExport'>) =>
  publicExport ? null : '示意图 · 仅供内部使用'

export interface PictureChoice {
  id: PictureUse
  label: string
  hint?: string
  disabled?: boolean
}

/** The two ways of saving a picture, and why one of them may be closed. */
export function pictureChoices(set: Pick<BoundarySet, 'publicExport' | 'reviewNumber'> | undefined): PictureChoice[] {
  const isPublic = set?.publicExport === true
  return [
    { id: 'internal', label: '图片 · 内部使用', hint: isPublic ? 'PNG' : 'PNG，加“示意图”字样' },
    isPublic
      ? { id: 'public', label: '图片 · 公开使用', hint: `PNG，印 ${set.reviewNumber}` }
      : { id: 'public', label: '图片 · 公开使用', hint: '底图没有审图号，不能公开', disabled: true },
  ]
}
