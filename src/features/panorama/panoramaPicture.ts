import type { Panorama } from '@contract/panorama'
import { paintScene } from '@/graph/paintScene'
import { words } from '@/graph/ink'
import { routeEdges } from './chainEdges'
import { layoutChain } from './chainLayout'
import { discMeasure } from './discMeasure'
import { focusSet } from './focusSet'
import { paintLegendStrip } from './paintLegendStrip'
import { paintPanorama } from './paintPanorama'
import { panoramaScene } from './panoramaGraph'
import { FONT_STACK, PANORAMA_THEMES, type PanoramaMode, type PanoramaTheme } from './panoramaTheme'

/** What stands around the graph in an exported picture. */
export interface PictureText {
  title: string
  /** 口径: how the figures were made, one sentence a line. */
  lines: string[]
  /** Source, unit, date of making. */
  footer: string
  /** Demonstration data carries a band that cannot be overlooked. */
  demo: boolean
}

interface PictureState {
  mode: PanoramaMode
  focused: string | null
  matches: readonly string[]
}

/** The graph in the picture, in CSS pixels; the bitmap is `DENSITY` times as large. */
const GRAPH = { width: 1920, height: 1000 }
const DENSITY = 2
const MARGIN = 24
const TITLE_HEIGHT = 76
const LEGEND_HEIGHT = 40
const LINE_HEIGHT = 22
const BAND_HEIGHT = 34

/** Draws the whole chain with title, legend, 口径 and footer at twice the size of a full-HD screen. */
export async function panoramaPicture(panorama: Panorama, state: PictureState, text: PictureText): Promise<Blob> {
  const theme = PANORAMA_THEMES[state.mode]
  const layout = layoutChain(panorama, GRAPH)
  const routes = routeEdges(panorama.edges, layout)
  const focus = state.focused === null ? null : { id: state.focused, set: focusSet(panorama.edges, state.focused) }
  const scene = panoramaScene(panorama, { layout, routes, mode: state.mode, focus, matches: new Set(state.matches) })
  const band = text.demo ? BAND_HEIGHT : 0
  const foot = LEGEND_HEIGHT + (text.lines.length + 1) * LINE_HEIGHT + MARGIN
  const height = band + TITLE_HEIGHT + scene.height + foot
  const canvas = document.createElement('canvas')
  canvas.width = scene.width * DENSITY
  canvas.height = height * DENSITY
  const ctx = canvas.getContext('2d')
  if (!ctx) throw new Error('this browser gives no canvas of the size of the picture')
  ctx.scale(DENSITY, DENSITY)
  ctx.fillStyle = theme.background
  ctx.fillRect(0, 0, scene.width, height)
  if (text.demo) paintDemoBand(ctx, scene.width)
  words(ctx, text.title, MARGIN, band + TITLE_HEIGHT / 2, {
    size: 32,
    weight: 800,
    colour: theme.text,
    family: FONT_STACK,
    width: scene.width - 2 * MARGIN,
  })
  paintScene(ctx, scene, paintPanorama, { x: 0, y: band + TITLE_HEIGHT, density: DENSITY })
  const below = band + TITLE_HEIGHT + scene.height
  paintLegendStrip(ctx, { x: MARGIN, y: below, height: LEGEND_HEIGHT }, state.mode, discMeasure(panorama))
  paintFoot(ctx, text, below + LEGEND_HEIGHT, scene.width, theme)
  return toBlob(canvas)
}

function paintDemoBand(ctx: CanvasRenderingContext2D, width: number) {
  ctx.fillStyle = '#b3152f'
  ctx.fillRect(0, 0, width, BAND_HEIGHT)
  words(ctx, '演示数据　不代表任何地区的真实情况', width / 2, BAND_HEIGHT / 2, {
    size: 18,
    weight: 700,
    colour: '#ffffff',
    family: FONT_STACK,
    align: 'center',
  })
}

function paintFoot(ctx: CanvasRenderingContext2D, text: PictureText, top: number, width: number, theme: PanoramaTheme) {
  const rows = [...text.lines, text.footer]
  rows.forEach((line, i) => {
    words(ctx, line, MARGIN, top + (i + 0.5) * LINE_HEIGHT, {
      size: 14,
      weight: 400,
      colour: theme.subText,
      family: FONT_STACK,
      width: width - 2 * MARGIN,
    })
  })
}

function toBlob(canvas: HTMLCanvasElement): Promise<Blob> {
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('the picture could not be encoded'))), 'image/png')
  })
}
