import type { Point } from './camera'

export interface GestureHandlers {
  pan: (dx: number, dy: number) => void
  zoom: (at: Point, factor: number) => void
  tap: (at: Point) => void
  doubleTap: (at: Point) => void
  hover: (at: Point | null) => void
}

/** A press that moved less than this is a tap; fingers tremble more than mice. */
const TAP_SLACK = { mouse: 4, touch: 10 }
const WHEEL_SPEED = 0.0016
/** Trackpad pinches arrive as wheel events with `ctrlKey` and small deltas. */
const PINCH_SPEED = 0.01
const LINE_PIXELS = 16

const distance = (a: Point, b: Point) => Math.hypot(a.x - b.x, a.y - b.y)
const middle = (a: Point, b: Point): Point => ({ x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 })

/** One of two fingers moved: the middle pans, the distance zooms. */
function pinch(before: Point, now: Point, other: Point, handlers: GestureHandlers) {
  const [from, to] = [middle(before, other), middle(now, other)]
  handlers.pan(to.x - from.x, to.y - from.y)
  handlers.zoom(to, distance(now, other) / Math.max(1, distance(before, other)))
}

/** Wheel, drag, pinch, tap and hover on one element, in its own coordinates. Returns the way to stop listening. */
export function listenForGestures(host: HTMLElement, handlers: GestureHandlers): () => void {
  const pressed = new Map<number, Point>()
  let start: Point | null = null
  let dragging = false

  const place = (event: MouseEvent): Point => {
    const box = host.getBoundingClientRect()
    return { x: event.clientX - box.left, y: event.clientY - box.top }
  }

  function down(event: PointerEvent) {
    if (event.button !== 0) return
    pressed.set(event.pointerId, place(event))
    if (pressed.size === 1) {
      start = place(event)
      dragging = false
    }
  }

  function move(event: PointerEvent) {
    const before = pressed.get(event.pointerId)
    const now = place(event)
    if (!before) {
      if (event.pointerType !== 'touch') handlers.hover(now)
      return
    }
    const slack = event.pointerType === 'touch' ? TAP_SLACK.touch : TAP_SLACK.mouse
    if (!dragging && start && pressed.size === 1 && distance(start, now) < slack) return
    if (!dragging) {
      dragging = true
      host.setPointerCapture(event.pointerId)
      handlers.hover(null)
    }
    const other = [...pressed].find(([id]) => id !== event.pointerId)?.[1]
    pressed.set(event.pointerId, now)
    if (other) pinch(before, now, other, handlers)
    else handlers.pan(now.x - before.x, now.y - before.y)
  }

  function up(event: PointerEvent) {
    const wasPressed = pressed.delete(event.pointerId)
    if (wasPressed && !dragging && event.type === 'pointerup') handlers.tap(place(event))
    if (pressed.size === 0) start = null
  }

  function wheel(event: WheelEvent) {
    event.preventDefault()
    const pixels = event.deltaMode === 1 ? event.deltaY * LINE_PIXELS : event.deltaY
    handlers.zoom(place(event), Math.exp(-pixels * (event.ctrlKey ? PINCH_SPEED : WHEEL_SPEED)))
  }

  const stops: (() => void)[] = []
  function on<K extends keyof HTMLElementEventMap>(type: K, listener: (event: HTMLElementEventMap[K]) => void) {
    host.addEventListener(type, listener, { passive: false })
    stops.push(() => host.removeEventListener(type, listener))
  }
  on('pointerdown', down)
  on('pointermove', move)
  on('pointerup', up)
  on('pointercancel', up)
  on('pointerleave', () => handlers.hover(null))
  on('dblclick', (event) => handlers.doubleTap(place(event)))
  on('wheel', wheel)
  return () => stops.forEach((stop) => stop())
}
