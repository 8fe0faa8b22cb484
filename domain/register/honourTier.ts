/** 优质企业梯度的称号, as far as the panorama counts them; everything else is 'other'. */
export type HonourTier = 'little-giant' | 'specialised' | 'champion' | 'gazelle' | 'innovative' | 'other'

const TIERS: readonly [RegExp, HonourTier][] = [
  [/小巨人/u, 'little-giant'],
  [/单项冠军/u, 'champion'],
  [/专精特新/u, 'specialised'],
  [/瞪羚/u, 'gazelle'],
  [/创新型中小企业|科技型中小企业/u, 'innovative'],
]

/** The tier of a title as lists print it: 专精特新“小巨人” is a 小巨人, not a 专精特新中小企业. */
export function honourTier(title: string): HonourTier {
  return TIERS.find(([pattern]) => pattern.test(title))?.[1] ?? 'other'
}
