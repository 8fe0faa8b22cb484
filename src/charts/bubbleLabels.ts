/** A bubble on the screen with the size of its words, in pixels. */
export interface BubbleBox {
  x: number
  y: number
  radius: number
  width: number
  height: number
}

export type LabelSide = 'right' | 'left' | 'top' | 'bottom'

export interface Box {
  left: number
  top: number
  right: number
  bottom: number
}

const GAP = 4
const SIDES: readonly LabelSide[] = ['right', 'left', 'top', 'bottom']

/**
 * For each bubble the first side on which its words stay inside the field and cover neither words already placed nor
 * another bubble nor a line; where no side is free, the one that covers least.
 */
export function labelSides(bubbles: readonly BubbleBox[], field: Box, lines: readonly Box[] = []): LabelSide[] {
  const placed: Box[] = []
  return bubbles.map((bubble, own) => {
    const others = [...bubbles.filter((_bubble, i) => i !== own).map(discBox), ...lines]
    const cost = (side: LabelSide) => {
      const box = labelBox(bubble, side)
      const outside = area(box) - overlap(box, field)
      const onWords = placed.reduce((sum, other) => sum + overlap(box, other), 0)
      const onBubbles = others.reduce((sum, other) => sum + overlap(box, other), 0)
      // Words on words cannot be read at all; words on a bubble can.
      return 4 * outside + 4 * onWords + onBubbles
    }
    const costs = SIDES.map((side) => ({ side, cost: cost(side) }))
    const best = costs.reduce((least, next) => (next.cost < least.cost ? next : least))
    placed.push(labelBox(bubble, best.side))
    return best.side
  })
}

function labelBox({ x, y, radius, width, height }: BubbleBox, side: LabelSide): Box {
  const reach = radius + GAP
  const middleX = side === 'right' ? x + reach + width / 2 : side === 'left' ? x - reach - width / 2 : x
  const middleY = side === 'bottom' ? y + reach + height / 2 : side === 'top' ? y - reach - height / 2 : y
  return {
    left: middleX - width / 2,
    right: middleX + width / 2,
    top: middleY - height / 2,
    bottom: middleY + height / 2,
  }
}

const discBox = ({ x, y, radius }: BubbleBox): Box => ({
  left: x - radius,
  right: x + radius,
  top: y - radius,
  bottom: y + radius,
})

const area = ({ left, top, right, bottom }: Box) => (right - left) * (bottom - top)

function overlap(a: Box, b: Box): number {
  const width = Math.min(a.right, b.right) - Math.max(a.left, b.left)
  const height = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top)
  return width > 0 && height > 0 ? width * height : 0
}
