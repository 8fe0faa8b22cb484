import type { Box } from '@/graph/scene'
import type { NetworkPalette } from './networkPalette'

/** The soft light behind the network, as a style… */
export function groundStyle({ background, glow }: NetworkPalette): string {
  return `radial-gradient(ellipse 62% 70% at 50% 48%, ${glow}, ${background})`
}

/** …and the same on a canvas, near enough: canvases know round gradients only. */
export function groundOf(ctx: CanvasRenderingContext2D, palette: NetworkPalette, { x, y, width, height }: Box) {
  const [cx, cy] = [x + width / 2, y + height * 0.48]
  const light = ctx.createRadialGradient(cx, cy, 0, cx, cy, Math.max(width, height) * 0.6)
  light.addColorStop(0, palette.glow)
  light.addColorStop(1, palette.background)
  return light
}
