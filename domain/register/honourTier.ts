/** 优质企业梯度的称号, as far as the panorama counts them; everything else is 'other'. */
export const HONOUR_TIERS = ['innovative', 'specialised', 'little-giant', 'champion', 'gazelle'] as const
export type CountedTier = (typeof HONOUR_TIERS)[number]
export type HonourTier = CountedTier | 'other'

export const TIER_NAMES: Record<CountedTier, string> = {
  innovative: '科技和创新型中小企业',
  specialised: '专精特新中小企业',
  'little-giant': '专精特新“小巨人”企业',
  champion: '制造业单项冠军企业',
  gazelle: '瞪羚企业',
}

/** 培育库、储备库、单项冠军培育企业 are lists of those who do not hold the title yet. */
const NOT_YET = /培育(?:企业|库|名单|对象)|储备|拟(?:认定|推荐)/u

const TIERS: readonly [RegExp, HonourTier][] = [
  [/小巨人/u, 'little-giant'],
  [/单项冠军/u, 'champion'],
  [/专精特新/u, 'specialised'],
  [/瞪羚/u, 'gazelle'],
  [/创新型中小企业|科技型中小企业/u, 'innovative'],
]

/** The tier of a title as lists print it: 专精特新“小巨人” is a 小巨人, not a 专精特新中小企业. */
export function honourTier(title: string): HonourTier {
  if (NOT_YET.test(title)) return 'other'
  return TIERS.find(([pattern]) => pattern.test(title))?.[1] ?? 'other'
}
