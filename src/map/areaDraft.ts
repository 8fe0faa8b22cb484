import { computed, shallowRef } from 'vue'
import { checkRing, distanceOf, MOST_VERTICES, rectangleRing } from '@/lib/regionDrawing'
import type { DrawingKind, LngLat, Ring, ScreenPoint, Surface } from '@/lib/regionSurface'

/** A press that travels further than this many pixels is a drag, not a click; fingers tremble. */
const CLICK_REACH = 8
/** A rectangle smaller than this was hardly meant. */
const SMALLEST_SIDE = 6

interface Drawing {
  kind: () => DrawingKind | null
  surface: () => Pick<Surface, 'project' | 'unproject'> | null
  /** How much larger than usual corners are drawn, and so may be missed by. */
  scale: () => number
  finish: (ring: Ring) => void
  refuse: (message: string) => void
  cancel: () => void
}

/**
 * 圈选 by pointer: a rectangle by dragging, a polygon corner by corner. Corners are kept in degrees, so that the map
 * may move below them.
 */
export class AreaDraft {
  readonly corners = shallowRef<readonly LngLat[]>([])
  /** Where the next corner would be. */
  private readonly cursor = shallowRef<LngLat | null>(null)
  private pressed: ScreenPoint | null = null

  constructor(private readonly drawing: Drawing) {}

  /** The area as it would be if the pointer were lifted now. */
  readonly sketch = computed<readonly LngLat[]>(() => {
    const [first] = this.corners.value
    const next = this.cursor.value
    if (!next) return this.isPolygon() ? this.corners.value : []
    if (this.isPolygon()) return [...this.corners.value, next]
    return first ? rectangleRing(first, next) : []
  })

  /** Closed now it would be no area. */
  readonly isBroken = computed(() => {
    const ring = this.sketch.value
    return this.isPolygon() && ring.length > 3 && 'fault' in checkRing(ring)
  })

  reset() {
    this.corners.value = []
    this.cursor.value = null
    this.pressed = null
  }

  press(at: ScreenPoint) {
    this.pressed = at
    const place = this.placeAt(at)
    if (!this.isPolygon()) this.corners.value = place ? [place] : []
    this.cursor.value = place
  }

  move(at: ScreenPoint) {
    if (!this.isPolygon() && !this.pressed) return
    // Over the first corner the polygon shows as it would be closed.
    this.cursor.value = this.isClosing(at) ? null : this.placeAt(at)
  }

  release(at: ScreenPoint) {
    const from = this.pressed
    this.pressed = null
    if (!from) return
    if (!this.isPolygon()) this.releaseRectangle(from, at)
    else if (distanceOf(from, at) <= this.reach()) this.addCorner(at)
  }

  /** Answers whether the key was meant for the drawing. */
  key(name: string): boolean {
    if (name === 'Escape') {
      this.reset()
      this.drawing.cancel()
    } else if (this.isPolygon() && name === 'Backspace') this.corners.value = this.corners.value.slice(0, -1)
    else if (this.isPolygon() && name === 'Enter') this.close(this.corners.value)
    else return false
    return true
  }

  private releaseRectangle(from: ScreenPoint, at: ScreenPoint) {
    const [start] = this.corners.value
    const end = this.placeAt(at)
    this.reset()
    const side = Math.min(Math.abs(at.x - from.x), Math.abs(at.y - from.y))
    if (side < SMALLEST_SIDE) this.drawing.refuse('请按住拖动，画出矩形的对角线')
    else if (start && end) this.close(rectangleRing(start, end))
  }

  /** A click on the last corner (so a double click) or on the first one closes the polygon. */
  private addCorner(at: ScreenPoint) {
    const { value } = this.corners
    const place = this.placeAt(at)
    this.cursor.value = null
    const isRepeated = this.isOn(value[value.length - 1], at)
    if (this.isClosing(at) || (isRepeated && value.length > 2)) this.close(value)
    else if (isRepeated || !place) return
    else if (value.length >= MOST_VERTICES) this.drawing.refuse(`至多 ${MOST_VERTICES} 个顶点，请闭合或撤销`)
    else this.corners.value = [...value, place]
  }

  private close(ring: readonly LngLat[]) {
    const checked = checkRing(ring)
    if ('fault' in checked) {
      this.drawing.refuse(checked.fault)
      return
    }
    this.reset()
    this.drawing.finish(checked.ring)
  }

  private isPolygon() {
    return this.drawing.kind() === 'polygon'
  }

  private placeAt(at: ScreenPoint): LngLat | null {
    return this.drawing.surface()?.unproject(at) ?? null
  }

  private reach() {
    return CLICK_REACH * this.drawing.scale()
  }

  private isClosing(at: ScreenPoint): boolean {
    return this.isPolygon() && this.corners.value.length > 2 && this.isOn(this.corners.value[0], at)
  }

  private isOn(corner: LngLat | undefined, at: ScreenPoint): boolean {
    const placed = corner && this.drawing.surface()?.project(corner)
    return Boolean(placed && distanceOf(placed, at) <= this.reach())
  }
}
