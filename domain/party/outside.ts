/** 库外企业: 省外, 未入库 (of this province, or nobody knows of which), as far as its place tells. */
export type OutsideKind = 'elsewhere' | 'unregistered' | 'unknown'

export const OUTSIDE_NAMES: Record<OutsideKind, string> = {
  elsewhere: '省外',
  unregistered: '未入库',
  unknown: '未入库（所在地不明）',
}

/** `place` is a division code or null; `province` the province that is looked at. */
export function outsideKind(place: string | null, province: string): OutsideKind {
  if (place === null) return 'unknown'
  return place.slice(0, 2) === province.slice(0, 2) ? 'unregistered' : 'elsewhere'
}
