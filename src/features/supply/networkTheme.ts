import type { NetworkPalette } from '@/graph/network/networkPalette'

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
  dark: {
    background: '#050f24',
    glow: '#0e2a58',
    text: '#f0f6ff',
    subText: '#a9c0e4',
    guide: '#2c5491',
    guideText: '#a9c8f5',
    gold: '#ffd66b',
    goldText: '#ffd66b',
    goldInk: '#3a2a00',
    selection: '#ffffff',
    keyboard: '#5ff0ff',
    edgeAlpha: 0.62,
    dimAlpha: 0.13,
    tones: DARK_TONES,
    fallback: '#8fa1bf',
  },
  light: {
    background: '#f4f8fd',
    glow: '#ffffff',
    text: '#14233c',
    subText: '#4a5e80',
    guide: '#b3c6e2',
    guideText: '#44608f',
    gold: '#e0a100',
    goldText: '#7a5700',
    goldInk: '#2a1d00',
    selection: '#0b2f6b',
    keyboard: '#0b4fd0',
    edgeAlpha: 0.6,
    dimAlpha: 0.16,
    tones: LIGHT_TONES,
    fallback: '#6a7890',
  },
}
