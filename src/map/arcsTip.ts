import type { ScreenPoint } from '@/lib/regionSurface'

/** Style of a box that is placed over the map. */
export type TipPlace = Record<'left' | 'right' | 'top' | 'bottom' | 'transform', string>

interface Size {
  width: number
  height: number
}

const AWAY = 16

/** Beside the pointer, towards the middle of the map. */
export function besidePointer({ x, y }: ScreenPoint, { width, height }: Size): TipPlace {
  const [isRight, isLow] = [x > width * 0.6, y > height * 0.6]
  return {
    left: isRight ? 'auto' : `${x + AWAY}px`,
    right: isRight ? `${width - x + AWAY}px` : 'auto',
    top: isLow ? 'auto' : `${y + AWAY}px`,
    bottom: isLow ? `${height - y + AWAY}px` : 'auto',
    transform: 'none',
  }
}

/** On the outer side of a bow, or on the inner one where the map ends there. */
export function besideArc({ x, y }: ScreenPoint, off: ScreenPoint, { width, height }: Size): TipPlace {
  const isSideways = Math.abs(off.x) >= Math.abs(off.y)
  const auto = { left: 'auto', right: 'auto', top: 'auto', bottom: 'auto' }
  if (isSideways) {
    const isLeft = x < width * 0.2 ? false : x > width * 0.8 || off.x < 0
    const across = isLeft ? { right: `${width - x + AWAY}px` } : { left: `${x + AWAY}px` }
    return { ...auto, ...across, top: `${y}px`, transform: 'translateY(-50%)' }
  }
  const isAbove = y < height * 0.2 ? false : y > height * 0.8 || off.y < 0
  const down = isAbove ? { bottom: `${height - y + AWAY}px` } : { top: `${y + AWAY}px` }
  return { ...auto, ...down, left: `${x}px`, transform: 'translateX(-50%)' }
}
