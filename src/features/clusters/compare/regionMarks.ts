import type { MapMode } from '@/map/ramps'

/** A region keeps its number and its colour in every chart of the page; the number says what the colour says. */
export interface RegionMark {
  number: number
  colour: string
}

/** Ten hues, each at least 3 : 1 on its ground; neighbours in the list differ in lightness as well. */
const COLOURS: Record<MapMode, readonly string[]> = {
  dark: ['#5aa2ff', '#ffb02e', '#25d3a8', '#ff8093', '#c3a6ff', '#f2ef7a', '#3fd0e8', '#ff8f4d', '#a6e06b', '#ef9fd8'],
  light: ['#1f5fd0', '#a35a00', '#067a5c', '#c2253f', '#6a3fc0', '#6b6400', '#006f8a', '#8c3206', '#3f7013', '#9c2f80'],
}

export const markOf = (index: number, mode: MapMode): RegionMark => ({
  number: index + 1,
  colour: COLOURS[mode][index % COLOURS[mode].length] ?? '',
})
