import type { LngLat, MapArc, MapStop, ScreenPoint } from '@/lib/regionSurface'
import { pixelRatioFor } from '@/lib/pixelRatio'
import { hitOf, type ArcHit } from './arcsHit'
import { placeArcs, type ArcView, type PlacedArc, type PlacedArcs } from './arcsLayout'
import { arcLook } from './arcsLook'
import { paintArcs } from './arcsPaint'
import { paintPlaces } from './arcsPlaces'
import type { RegionLook } from '@/lib/regionShape'

type Project = (at: LngLat) => ScreenPoint | null

export interface SheetContent {
  arcs: readonly MapArc[]
  stops: readonly MapStop[]
  look: RegionLook
}

/** Two places whose points tell how far a flat map has moved and grown. */
const ANCHORS: readonly [LngLat, LngLat] = [
  [100, 50],
  [130, 20],
]
/** A finger is broader than a pointer. */
const REACH_PX = { mouse: 5, touch: 14 }

const NOTHING: PlacedArcs = { arcs: [], stops: [], docks: [] }

/** The drawing over a map: arcs on one canvas, what changes under the pointer on another, so that 2,000 arcs are painted once. */
export class ArcsSheet {
  placed: PlacedArcs = NOTHING
  private anchors: readonly [ScreenPoint, ScreenPoint] | null = null
  private scale = 1

  constructor(
    private readonly arcsCanvas: HTMLCanvasElement,
    private readonly topCanvas: HTMLCanvasElement,
  ) {}

  /** Lays everything out where the map stands now. False: the map cannot tell yet. */
  draw({ arcs, stops, look }: SheetContent, view: ArcView): boolean {
    const anchors = anchorsOf(view.project)
    if (!anchors || view.width === 0 || view.height === 0) return false
    this.anchors = anchors
    this.scale = view.scale
    this.placed = placeArcs(arcs, stops, view)
    const ctx = paper(this.arcsCanvas, view)
    if (ctx) paintArcs(ctx, this.placed.arcs, { look: arcLook(look), scale: view.scale })
    return true
  }

  /** Places and, on top of all arcs, the one that is looked at. */
  drawTop(look: RegionLook, raised: string | null, { width, height }: Pick<ArcView, 'width' | 'height'>) {
    const ctx = paper(this.topCanvas, { width, height })
    if (!ctx) return
    const paint = { look: arcLook(look), scale: this.scale }
    const arc = this.arcOf(raised)
    if (arc) paintArcs(ctx, [arc], { ...paint, isRaised: true })
    paintPlaces(ctx, this.placed, paint)
  }

  arcOf = (id: string | null): PlacedArc | null =>
    id === null ? null : (this.placed.arcs.find(({ arc }) => arc.id === id) ?? null)

  /** Where words about an arc stand without covering it: its middle, and the way off it on the outer side of the bow. */
  asideOf(id: string | null): { at: ScreenPoint; off: ScreenPoint } | null {
    const curve = this.arcOf(id)?.curve ?? []
    const [start, at, end] = [curve[0], curve[Math.floor(curve.length / 2)], curve[curve.length - 1]]
    if (!start || !at || !end) return null
    return { at, off: { x: at.x - (start.x + end.x) / 2, y: at.y - (start.y + end.y) / 2 } }
  }

  hit = (at: ScreenPoint, isTouch: boolean): ArcHit | null =>
    hitOf(this.placed, at, REACH_PX[isTouch ? 'touch' : 'mouse'] * this.scale)

  /** How the drawing lies on the map as it stands now, as a CSS transform. */
  transform(project: Project): string {
    const now = anchorsOf(project)
    if (!now || !this.anchors) return 'none'
    const [before, after] = [this.anchors, now]
    const growth = (after[1].x - after[0].x) / (before[1].x - before[0].x)
    const [x, y] = [after[0].x - before[0].x * growth, after[0].y - before[0].y * growth]
    return isFinite(growth) ? `translate(${x.toFixed(2)}px, ${y.toFixed(2)}px) scale(${growth.toFixed(5)})` : 'none'
  }
}

function anchorsOf(project: Project): readonly [ScreenPoint, ScreenPoint] | null {
  const [a, b] = [project(ANCHORS[0]), project(ANCHORS[1])]
  return a && b && [a, b]
}

/** A clean canvas of this size in CSS pixels, as sharp as the budget allows. */
function paper(canvas: HTMLCanvasElement, { width, height }: Pick<ArcView, 'width' | 'height'>) {
  const ratio = pixelRatioFor(width, height, window.devicePixelRatio)
  const [across, down] = [Math.round(width * ratio), Math.round(height * ratio)]
  // Setting the size gives the memory back and takes it again.
  if (canvas.width !== across) canvas.width = across
  if (canvas.height !== down) canvas.height = down
  const ctx = canvas.getContext('2d')
  ctx?.setTransform(ratio, 0, 0, ratio, 0, 0)
  ctx?.clearRect(0, 0, width, height)
  return ctx
}
