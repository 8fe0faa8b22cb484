import { withAlpha } from '@/lib/ink'

const SIZE = 96

/** Soft lights, one small bitmap a colour: a gradient for each disc would cost more than the disc. */
export class Glow {
  private readonly lights = new Map<string, HTMLCanvasElement>()

  paint(ctx: CanvasRenderingContext2D, x: number, y: number, radius: number, colour: string, alpha: number) {
    const light = this.lightOf(colour)
    const before = ctx.globalAlpha
    ctx.globalAlpha = before * alpha
    ctx.drawImage(light, x - radius, y - radius, 2 * radius, 2 * radius)
    ctx.globalAlpha = before
  }

  clear() {
    for (const light of this.lights.values()) light.width = light.height = 0
    this.lights.clear()
  }

  private lightOf(colour: string): HTMLCanvasElement {
    const known = this.lights.get(colour)
    if (known) return known
    const light = document.createElement('canvas')
    light.width = light.height = SIZE
    const ctx = light.getContext('2d')
    if (ctx) {
      const fade = ctx.createRadialGradient(SIZE / 2, SIZE / 2, 0, SIZE / 2, SIZE / 2, SIZE / 2)
      fade.addColorStop(0, withAlpha(colour, 0.85))
      fade.addColorStop(0.35, withAlpha(colour, 0.38))
      fade.addColorStop(0.7, withAlpha(colour, 0.1))
      fade.addColorStop(1, withAlpha(colour, 0))
      ctx.fillStyle = fade
      ctx.fillRect(0, 0, SIZE, SIZE)
    }
    this.lights.set(colour, light)
    return light
  }
}
