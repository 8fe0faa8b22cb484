import type { RegionLook } from '@/lib/regionShape'
import type { Classes } from './classes'

export type MapMode = 'dark' | 'light'

interface Ramp {
  /** Weak to strong, even steps of lightness: readable without hue and by the colour-blind. */
  above: readonly string[]
  /** Below zero, strong to weak: orange, which no colour-blindness takes for blue. */
  below: readonly string[]
  zero: string
}

/**
 * Neighbours of five steps differ by 1.7 : 1 and every second one by 3 : 1; all five at 3 : 1 would need a range of
 * 81 : 1, which no screen has. Values are on the labels, in the tooltip and in the table as well.
 */
export const RAMPS: Record<MapMode, Ramp> = {
  dark: {
    above: ['#153c6e', '#2167a3', '#2f97b8', '#6cccb4', '#f4f7b4'],
    below: ['#ffb27a', '#a8501c'],
    zero: '#333a47',
  },
  light: {
    above: ['#deeef2', '#82b9cc', '#4185b3', '#1f5a8f', '#0c2c58'],
    below: ['#8f3b00', '#f0a35e'],
    zero: '#f6f4ec',
  },
}

export const REGION_LOOKS: Record<MapMode, RegionLook> = {
  dark: {
    background: '#06122a',
    context: '#0b1c39',
    line: '#7f9cc9',
    border: '#a9bfe2',
    text: '#ffffff',
    halo: '#04102a',
    hatch: { ground: '#17202f', stroke: '#8593ab' },
    dots: { ground: '#251d38', stroke: '#a893cf' },
    hovered: '#ffffff',
    selected: '#ffd66b',
    points: { disc: '#a3125c', ring: '#ffffff', text: '#ffffff' },
    area: { line: '#ffffff', casing: '#04102a', fill: 'rgba(255, 255, 255, 0.16)', broken: '#ff8a96' },
  },
  light: {
    background: '#eef3fa',
    context: '#e2e9f3',
    line: '#93a3bd',
    border: '#6b7f9f',
    text: '#0d1a30',
    halo: '#ffffff',
    hatch: { ground: '#eceef2', stroke: '#8a93a3' },
    dots: { ground: '#f3ecfa', stroke: '#6a4b91' },
    hovered: '#0b2f6b',
    selected: '#b3152f',
    points: { disc: '#8a0f4e', ring: '#ffffff', text: '#ffffff' },
    area: { line: '#0d1a30', casing: '#ffffff', fill: 'rgba(13, 26, 48, 0.14)', broken: '#b3152f' },
  },
}

/** One colour for each class, spread over the whole ramp however few there are. */
export function classColours({ list }: Classes, mode: MapMode): string[] {
  const { above, below } = RAMPS[mode]
  const negatives = list.filter(({ negative }) => negative).length
  return [...spread(below, negatives), ...spread(above, list.length - negatives)]
}

function spread(ramp: readonly string[], count: number): string[] {
  const at = (i: number) =>
    count === 1 ? Math.floor(ramp.length / 2) : Math.round((i * (ramp.length - 1)) / (count - 1))
  return Array.from({ length: count }, (_, i) => ramp[at(i)] ?? '')
}
