import type { Bounds } from '@/lib/regionShape'
import { tellState, type Camera, type LngLat, type ScreenPoint, type SurfaceState } from '@/lib/regionSurface'
import type { EngineMap } from './engineMap'

interface ViewListeners {
  /** Moved by hand or by a button. */
  moved: (camera: Camera) => void
  /** Points of the screen lie elsewhere. */
  shifted: () => void
  /** A hand took hold of the map. */
  taken: () => void
}

/** Where one engine map looks: who moved it, and what tests are told of it. */
export class GlView {
  /** What moves now is no one's wish: a new frame, or another map to be followed. */
  private isQuiet = false

  constructor(
    private readonly map: EngineMap,
    private readonly listeners: ViewListeners,
  ) {
    map.on('movestart', (event) => {
      if (!('originalEvent' in event) || !event.originalEvent) return
      this.isQuiet = false
      listeners.taken()
    })
    map.on('move', () => this.onMove())
    map.on('moveend', () => {
      this.isQuiet = false
      this.tell('loading')
    })
    map.on('resize', () => listeners.shifted())
    map.on('idle', () => this.tell('idle'))
  }

  /** Something new is to be drawn. */
  expect() {
    this.tell('loading')
    // Idleness is only told after a frame.
    this.map.triggerRepaint()
  }

  quietly(move: () => void) {
    this.isQuiet = true
    move()
    if (!this.map.isMoving()) this.isQuiet = false
  }

  follow({ centre: [lng, lat], zoom }: Camera) {
    this.quietly(() => this.map.jumpTo({ center: [lng, lat], zoom }))
  }

  project([lng, lat]: LngLat): ScreenPoint {
    const { x, y } = this.map.project([lng, lat])
    return { x, y }
  }

  unproject({ x, y }: ScreenPoint): [number, number] {
    const { lng, lat } = this.map.unproject([x, y])
    return [lng, lat]
  }

  bounds(): Bounds {
    const bounds = this.map.getBounds()
    return [bounds.getWest(), bounds.getSouth(), bounds.getEast(), bounds.getNorth()]
  }

  private onMove() {
    const camera = this.tell('moving')
    this.listeners.shifted()
    if (!this.isQuiet) this.listeners.moved(camera)
  }

  private tell(state: SurfaceState): Camera {
    const { lng, lat } = this.map.getCenter()
    const camera: Camera = { centre: [lng, lat], zoom: this.map.getZoom() }
    tellState(this.map.getContainer(), state, camera)
    return camera
  }
}
