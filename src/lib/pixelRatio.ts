/** One full-size canvas layer may hold this many device pixels (a 4K screen): beyond it walls run out of memory. */
const PIXEL_BUDGET = 8_300_000

/** Device pixels per CSS pixel for a canvas of this size: what the screen offers, as far as the budget goes, never below 1. */
export function pixelRatioFor(width: number, height: number, devicePixelRatio: number): number {
  const affordable = Math.sqrt(PIXEL_BUDGET / Math.max(1, width * height))
  return Math.max(1, Math.min(devicePixelRatio, affordable))
}
