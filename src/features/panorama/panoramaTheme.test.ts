import { describe, expect, it } from 'vitest'
import type { Strength } from '@contract/panorama'
import { PANORAMA_THEMES } from './panoramaTheme'

/** Relative luminance and contrast as WCAG 2.1 defines them. */
function luminance(hex: string): number {
  const channel = (index: number) => {
    const value = parseInt(hex.slice(1 + index * 2, 3 + index * 2), 16) / 255
    return value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  }
  return 0.2126 * channel(0) + 0.7152 * channel(1) + 0.0722 * channel(2)
}

function contrast(a: string, b: string): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number]
  return (light + 0.05) / (dark + 0.05)
}

/** The colour a card has where its strength tints it most. */
function tinted(base: string, colour: string, alpha: number): string {
  const channel = (hex: string, i: number) => parseInt(hex.slice(1 + i * 2, 3 + i * 2), 16)
  const mix = (i: number) => Math.round(channel(base, i) * (1 - alpha) + channel(colour, i) * alpha)
  return `#${[0, 1, 2].map((i) => mix(i).toString(16).padStart(2, '0')).join('')}`
}

const STRENGTHS: Strength[] = ['strong', 'fair', 'weak', 'missing']

describe.each(['dark', 'light'] as const)('the %s theme', (mode) => {
  const theme = PANORAMA_THEMES[mode]
  const cards = STRENGTHS.map((strength) =>
    strength === 'missing' ? theme.cardMissing : tinted(theme.card, theme.strength[strength], theme.tintAlpha),
  )
  const surfaces = [theme.card, theme.panel, theme.panelHead, theme.background, ...theme.stage, ...cards]

  it('writes names and figures readably on every surface', () => {
    for (const surface of surfaces) {
      expect(contrast(theme.text, surface)).toBeGreaterThanOrEqual(4.5)
      expect(contrast(theme.subText, surface)).toBeGreaterThanOrEqual(4.5)
    }
  })

  it('writes strengths readably on cards and panels', () => {
    STRENGTHS.forEach((strength, i) => {
      expect(contrast(theme.strengthText[strength], cards[i]!)).toBeGreaterThanOrEqual(4.5)
      expect(contrast(theme.strengthText[strength], theme.panel)).toBeGreaterThanOrEqual(4.5)
    })
  })

  it('writes glyphs readably in their discs', () => {
    for (const strength of ['strong', 'weak'] as const)
      expect(contrast(theme.discInk[strength], theme.strength[strength])).toBeGreaterThanOrEqual(4.5)
    expect(contrast(theme.discInk.missing, theme.cardMissing)).toBeGreaterThanOrEqual(4.5)
  })

  it('writes badges readably', () => {
    for (const gold of theme.goldBadge) expect(contrast(theme.goldInk, gold)).toBeGreaterThanOrEqual(4.5)
    expect(contrast(theme.goldText, theme.panel)).toBeGreaterThanOrEqual(4.5)
    for (const colour of [theme.honour, theme.supply])
      for (const card of cards) expect(contrast(colour, card)).toBeGreaterThanOrEqual(4.5)
  })

  it('tells strengths apart from the card they lie on', () => {
    for (const strength of STRENGTHS)
      expect(contrast(theme.strength[strength], theme.panel)).toBeGreaterThanOrEqual(2.5)
  })
})
