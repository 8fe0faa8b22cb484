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
  finish: (ring: Ring) => void
  refuse: (message: string) => void
  cancel: () => void
}

/**
 * 圈选 by pointer: a rectangle by dragging, a polygon corner by corner. Corners are kept in degrees, so that the map
 * may move below them.
 */
export function useDrawing({ kind, surface, finish, refuse, cancel }: Drawing) {
  const corners = shallowRef<readonly LngLat[]>([])
  /** Where the next corner would be. */
  const cursor = shallowRef<LngLat | null>(null)
  let pressed: ScreenPoint | null = null

  const sketch = computed<readonly LngLat[]>(() => {
    const [first] = corners.value
    if (!cursor.value) return corners.value
    if (kind() === 'polygon') return [...corners.value, cursor.value]
    return first ? rectangleRing(first, cursor.value) : []
  })
  /** Closed now it would be no area. */
  const isBroken = computed(() => kind() === 'polygon' && sketch.value.length > 3 && 'fault' in checkRing(sketch.value))

  function reset() {
    corners.value = []
    cursor.value = null
    pressed = null
  }

  function press(at: ScreenPoint) {
    pressed = at
    const place = surface()?.unproject(at)
    if (kind() === 'rectangle' && place) corners.value = [place]
    cursor.value = place ?? null
  }

  function move(at: ScreenPoint) {
    if (kind() === 'rectangle' && !pressed) return
    // Over the first corner the polygon shows as it would be closed.
    cursor.value = isClosing(at) ? null : (surface()?.unproject(at) ?? null)
  }

  function isOn(corner: LngLat | undefined, at: ScreenPoint): boolean {
    const placed = corner && surface()?.project(corner)
    return Boolean(placed && distanceOf(placed, at) <= CLICK_REACH)
  }

  const isClosing = (at: ScreenPoint) => kind() === 'polygon' && corners.value.length > 2 && isOn(corners.value[0], at)

  function release(at: ScreenPoint) {
    const from = pressed
    pressed = null
    if (!from) return
    if (kind() === 'rectangle') releaseRectangle(from, at)
    else if (distanceOf(from, at) <= CLICK_REACH) addCorner(at)
  }

  function releaseRectangle(from: ScreenPoint, at: ScreenPoint) {
    const [start] = corners.value
    const end = surface()?.unproject(at)
    reset()
    if (Math.min(Math.abs(at.x - from.x), Math.abs(at.y - from.y)) < SMALLEST_SIDE)
      refuse('请按住拖动，画出矩形的对角线')
    else if (start && end) close(rectangleRing(start, end))
  }

  /** A click on the last corner (so a double click) or on the first one closes the polygon. */
  function addCorner(at: ScreenPoint) {
    const { value } = corners
    cursor.value = null
    if (isClosing(at)) return close(value)
    if (isOn(value[value.length - 1], at)) return value.length > 2 ? close(value) : undefined
    const place = surface()?.unproject(at)
    if (value.length >= MOST_VERTICES) refuse(`至多 ${MOST_VERTICES} 个顶点，请闭合或撤销`)
    else if (place) corners.value = [...value, place]
  }

  function close(ring: readonly LngLat[] = corners.value) {
    const checked = checkRing(ring)
    if ('fault' in checked) {
      refuse(checked.fault)
      return
    }
    reset()
    finish(checked.ring)
  }

  /** Answers whether the key was meant for the drawing. */
  function key(name: string): boolean {
    if (name === 'Escape') {
      reset()
      cancel()
    } else if (kind() === 'polygon' && name === 'Backspace') corners.value = corners.value.slice(0, -1)
    else if (kind() === 'polygon' && name === 'Enter') close()
    else return false
    return true
  }

  return { corners, cursor, sketch, isBroken, press, move, release, reset, key }
}
