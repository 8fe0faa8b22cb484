import type { SketchTextures } from '@/lib/sketch'
import type { Theme } from '@/stores/theme'

/** Colours of the drawn charts; no two that stand side by side differ by hue alone. */
export interface AnalysisLook {
  background: string
  text: string
  subText: string
  grid: string
  line: string
  bar: string
  /** 大势、结构、自身. */
  growth: string
  mix: string
  competitive: string
  /** Discs let each other through. */
  disc: string
  discEdge: string
  field: string
  textures: SketchTextures
}

export const ANALYSIS_LOOKS: Record<Theme, AnalysisLook> = {
  dark: {
    background: '#0b1c39',
    text: '#f0f6ff',
    subText: '#a9c0e4',
    grid: '#1d3a69',
    line: '#5f86c4',
    bar: '#2f7bea',
    growth: '#4b93ff',
    mix: '#ffb02e',
    competitive: '#1fd1a5',
    disc: 'rgba(75, 147, 255, 0.45)',
    discEdge: '#8abaff',
    field: '#6f8fc2',
    textures: {
      hatch: { ground: '#17202f', stroke: '#8593ab' },
      dots: { ground: '#17202f', stroke: '#a9c0e4' },
    },
  },
  light: {
    background: '#ffffff',
    text: '#14233c',
    subText: '#4a5e80',
    grid: '#d3deee',
    line: '#7f97bd',
    bar: '#2f6fe4',
    growth: '#1f5fd0',
    mix: '#e08a00',
    competitive: '#0b9a78',
    disc: 'rgba(47, 111, 228, 0.35)',
    discEdge: '#1f55bd',
    field: '#7487a6',
    textures: {
      hatch: { ground: '#eceef2', stroke: '#8a93a3' },
      dots: { ground: '#eceef2', stroke: '#4a5e80' },
    },
  },
}
