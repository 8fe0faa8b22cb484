/** The size that the root's font is meant for. */
const BASE_PX = 16

/** How much larger than usual words are on this screen; drawings follow what the style sheet does on walls. */
export function textScale(): number {
  return Math.max(1, parseFloat(getComputedStyle(document.documentElement).fontSize) / BASE_PX || 1)
}
