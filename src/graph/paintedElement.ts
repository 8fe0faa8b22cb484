import type { DisplayObject, RectStyleProps } from '@antv/g'
import { AbstractRendererPlugin, ExtensionCategory, Rect, register, Renderer, Shape } from './g6'
import type { Box, Brush } from './scene'

export const PAINTED = 'painted'

export interface PaintedStyle extends Box {
  zIndex: number
  draw: (brush: Brush) => void
}

interface ElementOptions {
  id: string
  style: PaintedStyle
}

const boxOf = ({ x, y, width, height, zIndex }: PaintedStyle): RectStyleProps => ({ x, y, width, height, zIndex })

/**
 * A whole node or edge as one shape that paints itself. G6 pays per shape, not per stroke: a card of six shapes costs four
 * times a card of one. Position and size live in the rectangle, so culling works as for any shape.
 */
class PaintedElement extends Rect {
  draw: PaintedStyle['draw']

  constructor({ id, style }: ElementOptions) {
    super({ id, style: boxOf(style) })
    this.draw = style.draw
  }

  update(style: PaintedStyle) {
    this.draw = style.draw
    this.attr(boxOf(style))
  }

  /** The element is its own only shape; G6 asks for it by several names. */
  getShape<T extends DisplayObject = DisplayObject>(): T {
    return this as DisplayObject as T
  }

  getPorts() {
    return {}
  }

  getCenter(): [number, number, number] {
    const { x = 0, y = 0, width = 0, height = 0 } = this.attributes
    return [Number(x) + Number(width) / 2, Number(y) + Number(height) / 2, 0]
  }

  getIntersectPoint() {
    return this.getCenter()
  }
}

/** Paints in screen pixels on the device grid, so that hairlines and glyphs stay sharp at every zoom. */
function paintElement(ctx: CanvasRenderingContext2D, element: PaintedElement, pixelRatio: number) {
  const { x = 0, y = 0, width = 0, height = 0 } = element.attributes
  const matrix = ctx.getTransform()
  const scale = matrix.a / pixelRatio
  const left = Math.round(matrix.e + matrix.a * Number(x))
  const top = Math.round(matrix.f + matrix.d * Number(y))
  ctx.setTransform(pixelRatio, 0, 0, pixelRatio, left, top)
  element.draw({ ctx, scale, width: Number(width) * scale, height: Number(height) * scale })
}

/** The part of the canvas renderer's context that decides how a shape is drawn; G leaves it out of its published types. */
interface StyleRenderers {
  styleRendererFactory: Record<
    string,
    { render: (ctx: CanvasRenderingContext2D, style: unknown, shape: unknown) => void }
  >
}

class PaintedPlugin extends AbstractRendererPlugin<StyleRenderers> {
  name = 'painted-elements'

  init() {
    this.context.styleRendererFactory[Shape.RECT] = {
      render: (ctx, _style, shape) => {
        if (shape instanceof PaintedElement) paintElement(ctx, shape, this.context.contextService.getDPR())
      },
    }
  }

  destroy() {
    this.removeAllRenderingPlugins()
  }
}

register(ExtensionCategory.NODE, PAINTED, PaintedElement)
register(ExtensionCategory.EDGE, PAINTED, PaintedElement)

export function createPaintedRenderer() {
  const renderer = new Renderer()
  renderer.registerPlugin(new PaintedPlugin())
  return renderer
}
