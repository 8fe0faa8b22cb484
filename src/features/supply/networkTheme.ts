import { NETWORK_PALETTES as BASES, type NetworkPalette } from '@/graph/network/networkPalette'

export type NetworkMode = 'dark' | 'light'

/** 同县 … 地点不明, a group of several places, the two directions of trade, ⚠, and the path between two firms. */
const DARK_TONES = {
  'ring-county': '#2fe0b0',
  'ring-city': '#4b9dff',
  'ring-province': '#a98bff',
  'ring-outside': '#ff83bd',
  'ring-unknown': '#8fa1bf',
  'ring-mixed': '#63c3e6',
  up: '#46d3ff',
  down: '#ffb347',
  across: '#b9a5e8',
  marked: '#ff5b70',
  path: '#ffe08a',
}

const LIGHT_TONES: typeof DARK_TONES = {
  'ring-county': '#00876a',
  'ring-city': '#1f63d6',
  'ring-province': '#7640c8',
  'ring-outside': '#c4276f',
  'ring-unknown': '#6a7890',
  'ring-mixed': '#1d7fa6',
  up: '#0072b2',
  down: '#b65a00',
  across: '#7a5bb0',
  marked: '#c1002b',
  path: '#8a6200',
}

export type NetworkTone = keyof typeof DARK_TONES

/** The same two palettes on screen and in the picture. */
export const NETWORK_PALETTES: Record<NetworkMode, NetworkPalette> = {
  dark: { ...BASES.dark, tones: DARK_TONES },
  light: { ...BASES.light, tones: LIGHT_TONES },
}
