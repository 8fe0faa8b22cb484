import { zoomAbout, type Camera, type Point, type Size } from '@/graph/camera'
import { pixelRatioFor } from '@/lib/pixelRatio'
import { Glow } from './glow'
import type { NetworkLook } from './networkLook'
import type { NetworkModel } from './networkModel'
import { cameraOfAll, keepBoundsInSight, type NetworkView } from './networkView'
import { paintNetwork, paintPointed, type Pointed } from './paintNetwork'
import { bitmapTransform, marginFor, stillCovers } from './stillPicture'

/** How far one may zoom out and in, as multiples of the zoom that shows everything; in at least to this size of a world unit. */
const ZOOM_OUT = 0.6
const ZOOM_IN = 8
const ZOOM_IN_TO = 12
/** After so long without movement (ms) the picture is painted anew at its final place. */
const REST = 130
/** A picture that costs less than this (ms) is painted anew in every frame: always sharp. */
const CHEAP = 7

interface Layer {
  canvas: HTMLCanvasElement
  ctx: CanvasRenderingContext2D | null
}

/**
 * Two canvases that show one network: the picture, and what pointer and keyboard add. While the camera moves, the finished
 * picture is moved by the compositor; painting happens when it rests, or when the picture no longer covers the screen.
 */
export class NetworkStage {
  camera: Camera = { zoom: 1, x: 0, y: 0 }
  /** Milliseconds of the last full painting. */
  cost = 0

  private readonly sheet = document.createElement('div')
  private readonly picture = layer()
  private readonly pointed = layer()
  private readonly glow = new Glow()
  private model: NetworkModel | null = null
  private look: NetworkLook | null = null
  private marks: Pointed = { hovered: null, edge: null, selected: null, keyboard: null }
  private viewport: Size = { width: 0, height: 0 }
  private scale = 1
  private margin = 0
  private ratio = 1
  private whole: Camera = { zoom: 1, x: 0, y: 0 }
  private untouched = true
  /** The camera of the bitmaps. */
  private painted: Camera | null = null
  private dirty = { picture: false, pointed: false }
  private frame = 0
  private rest = 0

  constructor(
    host: HTMLElement,
    private readonly onCamera: (camera: Camera) => void,
  ) {
    Object.assign(this.sheet.style, {
      position: 'absolute',
      top: '0',
      left: '0',
      transformOrigin: '0 0',
      willChange: 'transform',
    })
    for (const { canvas } of [this.picture, this.pointed]) {
      canvas.setAttribute('aria-hidden', 'true')
      Object.assign(canvas.style, { position: 'absolute', top: '0', left: '0', pointerEvents: 'none' })
      this.sheet.appendChild(canvas)
    }
    host.appendChild(this.sheet)
  }

  /** A new scene; refits unless the user has chosen a view. */
  show(model: NetworkModel, look: NetworkLook) {
    this.model = model
    this.look = look
    this.marks = { hovered: null, edge: null, selected: null, keyboard: null }
    this.measureWhole()
    this.repaint()
  }

  /** Other colours, states or focus on the same scene. */
  restyle(look: NetworkLook) {
    if (look.palette !== this.look?.palette) this.glow.clear()
    this.look = look
    this.repaint()
  }

  mark(marks: Pointed) {
    this.marks = marks
    // Faded by the compositor: the picture itself need not be painted for a pointer that passes by.
    this.picture.canvas.style.opacity = marks.hovered ? '0.34' : '1'
    this.dirty.pointed = true
    this.schedule()
  }

  resize(viewport: Size, scale: number) {
    const ratio = pixelRatioFor(viewport.width, viewport.height, window.devicePixelRatio)
    const { width: oldWidth, height: oldHeight } = this.viewport
    const same = viewport.width === oldWidth && viewport.height === oldHeight
    // Observers report once at the start; the bitmaps are right already.
    if (same && scale === this.scale && ratio === this.ratio) return
    this.viewport = viewport
    this.scale = scale
    this.ratio = ratio
    this.margin = marginFor(viewport, this.ratio)
    const [width, height] = [viewport.width + 2 * this.margin, viewport.height + 2 * this.margin]
    for (const { canvas } of [this.picture, this.pointed]) {
      canvas.width = Math.round(width * this.ratio)
      canvas.height = Math.round(height * this.ratio)
      canvas.style.width = `${width}px`
      canvas.style.height = `${height}px`
    }
    this.measureWhole()
    // At once: the bitmaps are empty now, and the next frame would show them so.
    this.dirty = { picture: true, pointed: true }
    this.paint()
  }

  fit() {
    this.untouched = true
    this.measureWhole()
    this.move(this.camera)
  }

  panBy(dx: number, dy: number) {
    this.untouched = false
    this.move({ ...this.camera, x: this.camera.x + dx, y: this.camera.y + dy })
  }

  zoomAt(at: Point, factor: number) {
    this.untouched = false
    const { zoom } = this.whole
    this.move(zoomAbout(this.camera, at, factor, [zoom * ZOOM_OUT, Math.max(zoom * ZOOM_IN, ZOOM_IN_TO * this.scale)]))
  }

  zoomBy(factor: number) {
    this.zoomAt({ x: this.viewport.width / 2, y: this.viewport.height / 2 }, factor)
  }

  /** Brings a place of the world to the middle, near enough to read. */
  centreOn(at: Point) {
    const zoom = Math.max(this.camera.zoom, Math.min(this.whole.zoom * 3, 1.2 * this.scale))
    const { width, height } = this.viewport
    this.untouched = false
    this.move({ zoom, x: width / 2 - at.x * zoom, y: height / 2 - at.y * zoom })
  }

  /** Moves just so far that a place of the world is on the screen. */
  bringIntoView(at: Point) {
    const { zoom, x, y } = this.camera
    const edge = 40 * this.scale
    const short = (place: number, extent: number) => (place < edge ? edge - place : Math.min(0, extent - edge - place))
    const dx = short(at.x * zoom + x, this.viewport.width)
    const dy = short(at.y * zoom + y, this.viewport.height)
    if (dx !== 0 || dy !== 0) this.panBy(dx, dy)
  }

  /** The screen as painters and askers see it: no margin. */
  view(): NetworkView {
    return { ...this.viewport, camera: this.camera, scale: this.scale, margin: 0, whole: this.whole.zoom }
  }

  /** Lets go of everything at once; large bitmaps would otherwise wait for the collector. */
  destroy() {
    cancelAnimationFrame(this.frame)
    window.clearTimeout(this.rest)
    this.glow.clear()
    for (const { canvas } of [this.picture, this.pointed]) canvas.width = canvas.height = 0
    this.sheet.remove()
    this.model = null
    this.look = null
    this.marks = { hovered: null, edge: null, selected: null, keyboard: null }
  }

  private measureWhole() {
    if (!this.model || this.viewport.width === 0) return
    this.whole = cameraOfAll(this.model.bounds, this.viewport, this.scale)
    if (this.untouched) this.camera = this.whole
    this.onCamera(this.camera)
  }

  private move(wanted: Camera) {
    if (!this.model) return
    this.camera = keepBoundsInSight(wanted, this.model.bounds, this.viewport)
    this.onCamera(this.camera)
    const { painted } = this
    if (this.cost < CHEAP || !painted || !stillCovers(painted, this.camera, this.viewport, this.margin)) this.repaint()
    else this.place(painted)
    window.clearTimeout(this.rest)
    this.rest = window.setTimeout(() => this.repaint(), REST)
  }

  private repaint() {
    this.dirty = { picture: true, pointed: true }
    this.schedule()
  }

  private schedule() {
    if (this.frame === 0) this.frame = requestAnimationFrame(() => this.paint())
  }

  private paint() {
    cancelAnimationFrame(this.frame)
    this.frame = 0
    const { model, look, dirty } = this
    if (!model || !look || this.viewport.width === 0) return
    // What the pointer adds is painted at the place of the picture: they move as one sheet.
    if (dirty.picture) this.painted = this.camera
    const camera = this.painted ?? this.camera
    const view = { ...this.bitmapView(), camera: { ...camera, x: camera.x + this.margin, y: camera.y + this.margin } }
    const { glow, marks } = this
    if (dirty.picture) {
      const start = performance.now()
      this.onto(this.picture, (ctx) => paintNetwork(ctx, model, view, look, glow))
      this.cost = performance.now() - start
    }
    if (dirty.pointed) this.onto(this.pointed, (ctx) => paintPointed(ctx, model, view, look, glow, marks))
    this.dirty = { picture: false, pointed: false }
    this.place(camera)
  }

  private bitmapView(): NetworkView {
    const { width, height } = this.viewport
    return { ...this.view(), width: width + 2 * this.margin, height: height + 2 * this.margin, margin: this.margin }
  }

  private onto({ canvas, ctx }: Layer, draw: (ctx: CanvasRenderingContext2D) => void) {
    if (!ctx) return
    ctx.setTransform(1, 0, 0, 1, 0, 0)
    ctx.clearRect(0, 0, canvas.width, canvas.height)
    ctx.setTransform(this.ratio, 0, 0, this.ratio, 0, 0)
    draw(ctx)
  }

  private place(painted: Camera) {
    this.sheet.style.transform = bitmapTransform(painted, this.camera, this.margin)
  }
}

function layer(): Layer {
  const canvas = document.createElement('canvas')
  return { canvas, ctx: canvas.getContext('2d') }
}
