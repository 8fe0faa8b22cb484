import { describe, expect, it } from 'vitest'
import { classify } from './classes'
import { classColours, RAMPS, REGION_LOOKS } from './ramps'

/** Contrast as WCAG 2.1 defines it. */
function contrast(a: string, b: string): number {
  const luminance = (hex: string) => {
    const channel = (i: number) => {
      const value = parseInt(hex.slice(1 + i * 2, 3 + i * 2), 16) / 255
      return value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
    }
    return 0.2126 * channel(0) + 0.7152 * channel(1) + 0.0722 * channel(2)
  }
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x)
  return (light + 0.05) / (dark + 0.05)
}

describe.each(['dark', 'light'] as const)('the colours of the %s map', (mode) => {
  const { above, below } = RAMPS[mode]

  it('step evenly in lightness: 1.7 between neighbours, 3 between every second', () => {
    above.slice(1).forEach((colour, i) => expect(contrast(colour, above[i] ?? '')).toBeGreaterThanOrEqual(1.7))
    above.slice(2).forEach((colour, i) => expect(contrast(colour, above[i] ?? '')).toBeGreaterThanOrEqual(3))
    expect(contrast(below[0] ?? '', below[1] ?? '')).toBeGreaterThanOrEqual(3)
  })

  it('write labels readably against their halo', () => {
    expect(contrast(REGION_LOOKS[mode].text, REGION_LOOKS[mode].halo)).toBeGreaterThanOrEqual(7)
  })

  it('show points on every ground: the disc or its ring stands out, the number on the disc does', () => {
    const { points } = REGION_LOOKS[mode]
    const grounds = [...above, ...below, RAMPS[mode].zero, REGION_LOOKS[mode].background]
    for (const ground of grounds)
      expect(Math.max(contrast(points.disc, ground), contrast(points.ring, ground))).toBeGreaterThanOrEqual(3)
    expect(contrast(points.disc, points.ring)).toBeGreaterThanOrEqual(4.5)
    expect(contrast(points.text, points.disc)).toBeGreaterThanOrEqual(4.5)
  })

  it('use the whole ramp for few classes and never the same colour twice', () => {
    for (const values of [[1], [1, 2], [1, 2, 3], [1, 2, 3, 4], [1, 2, 3, 4, 5], [-2, -1, 1, 2, 3]]) {
      const classes = classify(values, { method: 'quantile', breaks: [], diverging: values.some((value) => value < 0) })
      const colours = classColours(classes, mode)
      expect(new Set(colours).size).toBe(classes.list.length)
      if (values.length > 1) expect(colours[colours.length - 1]).toBe(above[above.length - 1])
    }
  })
})
