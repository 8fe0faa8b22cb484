import type { ScreenPoint } from '@/lib/regionSurface'

interface PointerListeners {
  /** Whether something of the overlay lies there, which then takes the pointer from the map below. */
  over: (at: ScreenPoint, isTouch: boolean) => boolean
  /** Picks it; false where there is nothing. */
  pick: (at: ScreenPoint, isTouch: boolean) => boolean
  leave: () => void
}

/** Further than this and a press was a drag of the map. */
const STILL_PX = 5
/** What lies over the map and has pointers of its own. */
const OWN = 'button, a, input, select'

/**
 * Listens before the surface below does, whichever it is: what falls on an arc never reaches it, everything else does,
 * drags and wheels always.
 */
export class ArcsPointer {
  private pressed: ScreenPoint = { x: 0, y: 0 }
  private isTouch = false
  private isOver = false
  private readonly heard: readonly [name: string, listener: (event: Event) => void][]

  constructor(
    private readonly host: HTMLElement,
    private readonly listeners: PointerListeners,
  ) {
    const moved = (event: Event) => event instanceof MouseEvent && this.move(event)
    this.heard = [
      ['pointerdown', (event) => event instanceof PointerEvent && this.press(event)],
      ['pointermove', moved],
      ['mousemove', moved],
      ['click', (event) => event instanceof MouseEvent && this.click(event)],
      // Leaving one part of the map for another is heard here too.
      ['pointerleave', ({ target }) => target === host && this.leave()],
    ]
    for (const [name, listener] of this.heard) host.addEventListener(name, listener, true)
  }

  remove() {
    for (const [name, listener] of this.heard) this.host.removeEventListener(name, listener, true)
    this.leave()
  }

  private press(event: PointerEvent) {
    this.pressed = this.pointOf(event)
    this.isTouch = event.pointerType === 'touch'
  }

  private move(event: MouseEvent) {
    if (event.buttons !== 0 || this.isOwn(event)) return this.leave()
    const isOver = this.listeners.over(this.pointOf(event), this.isTouch)
    this.isOver = isOver
    if (isOver) event.stopPropagation()
  }

  private click(event: MouseEvent) {
    const at = this.pointOf(event)
    const isStill = Math.hypot(at.x - this.pressed.x, at.y - this.pressed.y) <= STILL_PX
    if (isStill && !this.isOwn(event) && this.listeners.pick(at, this.isTouch)) event.stopPropagation()
  }

  private leave() {
    if (!this.isOver) return
    this.isOver = false
    this.listeners.leave()
  }

  private isOwn = ({ target }: Event) => target instanceof Element && target.closest(OWN) !== null

  private pointOf({ clientX, clientY }: MouseEvent): ScreenPoint {
    const { left, top } = this.host.getBoundingClientRect()
    return { x: clientX - left, y: clientY - top }
  }
}
