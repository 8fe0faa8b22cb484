import type { Panorama } from '@contract/panorama'
import { paintScene } from '@/graph/paintScene'
import { framedPicture, type PictureText } from '@/lib/pictureFrame'
import { routeEdges } from './chainEdges'
import { layoutChain } from './chainLayout'
import { discMeasure } from './discMeasure'
import { focusSet } from './focusSet'
import { paintLegendStrip } from './paintLegendStrip'
import { paintPanorama } from './paintPanorama'
import { panoramaScene } from './panoramaGraph'
import { PANORAMA_THEMES, type PanoramaMode } from './panoramaTheme'
import type { SupplyMarks } from './supplyMarks'

export interface PictureState {
  mode: PanoramaMode
  focused: string | null
  matches: readonly string[]
  /** As shown on the screen; null: not known, or switched off. */
  supply: SupplyMarks | null
}

/** The graph in the picture, in CSS pixels. */
const GRAPH = { width: 1920, height: 1000 }
const LEGEND_HEIGHT = 40

/** Draws the whole chain with title, legend, 口径 and footer at twice the size of a full-HD screen. */
export function panoramaPicture(panorama: Panorama, state: PictureState, text: PictureText): Promise<Blob> {
  const { mode, focused, matches, supply } = state
  const layout = layoutChain(panorama, GRAPH)
  const routes = routeEdges(panorama.edges, layout)
  const focus = focused === null ? null : { id: focused, set: focusSet(panorama.edges, focused) }
  const scene = panoramaScene(panorama, {
    ...{ layout, routes, mode, focus },
    matches: new Set(matches),
    supply: supply?.nodes,
  })
  const content = {
    width: scene.width,
    height: scene.height,
    legendHeight: LEGEND_HEIGHT,
    paint: (ctx: CanvasRenderingContext2D, place: { x: number; y: number; density: number }) =>
      paintScene(ctx, scene, paintPanorama, place),
    paintLegend: (ctx: CanvasRenderingContext2D, place: { x: number; y: number; height: number }) =>
      paintLegendStrip(ctx, place, mode, { measure: discMeasure(panorama), hasSupply: supply !== null }),
  }
  return framedPicture(content, text, PANORAMA_THEMES[mode])
}
