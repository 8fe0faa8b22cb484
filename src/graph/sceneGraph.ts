import { fitCamera, keepInSight, zoomAbout, type Camera, type Point, type Size } from './camera'
import { Graph } from './g6'
import { createPaintedRenderer, PAINTED, type PaintedStyle } from './paintedElement'
import { pixelRatioFor } from '@/lib/pixelRatio'
import type { PaintItem, Scene, SceneItem } from './scene'

/** How far one may zoom out and in, as multiples of the zoom that shows everything. */
const ZOOM_OUT = 0.6
const ZOOM_IN = 8

interface Drawn {
  signature: string
  style: PaintedStyle
}

/** One G6 graph that shows scenes: owns drawing order, camera and end of life. Knows nothing of what is painted. */
export class SceneGraph<P> {
  camera: Camera = { zoom: 1, x: 0, y: 0 }
  readonly pixelRatio: number

  private readonly graph: Graph
  private readonly stage = document.createElement('div')
  private readonly drawn = new Map<string, Drawn>()
  private world: Size = { width: 1, height: 1 }
  // Draws wait for each other: two at once make G6 throw "Node not found".
  private queue: Promise<void> = Promise.resolve()
  private ended = false

  constructor(
    host: HTMLElement,
    private viewport: Size,
    private readonly paint: PaintItem<P>,
    private readonly onCamera: (camera: Camera) => void,
    private readonly onProblem: (reason: unknown) => void,
  ) {
    // G6 styles its container and sizes it by its canvas: a layer of its own keeps the host free to shrink.
    Object.assign(this.stage.style, { position: 'absolute', top: '0', left: '0', overflow: 'hidden' })
    host.appendChild(this.stage)
    this.pixelRatio = pixelRatioFor(viewport.width, viewport.height, window.devicePixelRatio)
    this.graph = new Graph({
      container: this.stage,
      ...viewport,
      devicePixelRatio: this.pixelRatio,
      renderer: createPaintedRenderer,
      canvas: { container: this.stage, enableMultiLayer: false },
      animation: false,
      autoResize: false,
      theme: false,
      node: { type: PAINTED },
      edge: { type: PAINTED },
    })
  }

  /** Shows a scene; resolves when it is on the canvas. `fit` brings all of it into view. */
  show(scene: Scene<P>, fit: boolean): Promise<void> {
    this.world = { width: scene.width, height: scene.height }
    const styles = this.stylesOf(scene)
    const nodes = scene.items.map(({ id }) => ({ id, style: { ...styles(id) } }))
    const edges = scene.links.map(({ id, source, target }) => ({ id, source, target, style: { ...styles(id) } }))
    return this.enqueue(async () => {
      this.graph.setData({ nodes, edges })
      if (this.graph.rendered) await this.graph.draw()
      else await this.firstRender()
      if (fit) this.fit()
      else this.setCamera(this.camera)
    })
  }

  resize(viewport: Size): Promise<void> {
    this.viewport = viewport
    return this.enqueue(async () => {
      if (this.graph.rendered) this.graph.setSize(viewport.width, viewport.height)
    })
  }

  fit() {
    this.setCamera(fitCamera(this.world, this.viewport))
  }

  zoomAt(at: Point, factor: number) {
    const whole = fitCamera(this.world, this.viewport).zoom
    this.setCamera(zoomAbout(this.camera, at, factor, [whole * ZOOM_OUT, whole * ZOOM_IN]))
  }

  zoomBy(factor: number) {
    this.zoomAt({ x: this.viewport.width / 2, y: this.viewport.height / 2 }, factor)
  }

  panBy(dx: number, dy: number) {
    this.setCamera({ ...this.camera, x: this.camera.x + dx, y: this.camera.y + dy })
  }

  /** Waits for the draw under way: destroying earlier leaves unhandled rejections behind. */
  async destroy() {
    this.ended = true
    await this.queue
    this.graph.destroy()
    this.stage.remove()
    this.drawn.clear()
  }

  private async firstRender() {
    await this.graph.render()
    // G6 puts its canvas at the front of the tab order; the host is the one to be focused.
    for (const canvas of this.stage.querySelectorAll('canvas')) {
      canvas.tabIndex = -1
      canvas.setAttribute('aria-hidden', 'true')
    }
  }

  private enqueue(work: () => Promise<void>): Promise<void> {
    this.queue = this.queue.then(() => (this.ended ? undefined : work())).catch(this.onProblem)
    return this.queue
  }

  /** Unchanged items keep their style object, so G6 leaves them alone. */
  private stylesOf(scene: Scene<P>): (id: string) => PaintedStyle {
    const next = new Map<string, Drawn>()
    const add = (item: SceneItem<P>) => {
      const { id, x, y, width, height, z, paint } = item
      const signature = JSON.stringify([x, y, width, height, z, paint])
      const old = this.drawn.get(id)
      const style =
        old?.signature === signature ? old.style : { x, y, width, height, zIndex: z, draw: this.drawOf(paint) }
      next.set(id, { signature, style })
    }
    scene.items.forEach(add)
    scene.links.forEach(add)
    this.drawn.clear()
    for (const [id, drawn] of next) this.drawn.set(id, drawn)
    return (id) => next.get(id)!.style
  }

  private drawOf(paint: P): PaintedStyle['draw'] {
    return (brush) => this.paint(brush, paint)
  }

  private setCamera(wanted: Camera) {
    this.camera = keepInSight(wanted, this.world, this.viewport)
    const { zoom, x, y } = this.camera
    if (this.graph.rendered && !this.ended) {
      const layer = this.graph.getCanvas().getLayer()
      const camera = layer.getCamera()
      const centre = [(this.viewport.width / 2 - x) / zoom, (this.viewport.height / 2 - y) / zoom] as const
      const [, , eye] = camera.getPosition()
      const [, , focal] = camera.getFocalPoint()
      camera.setZoom(zoom)
      camera.setPosition(centre[0], centre[1], eye)
      camera.setFocalPoint(centre[0], centre[1], focal)
      layer.context.renderingService.dirty()
    }
    this.onCamera(this.camera)
  }
}
