import { framedPicture, type PictureText } from '@/lib/pictureFrame'
import { Glow } from './glow'
import { groundOf } from './ground'
import type { NetworkLook } from './networkLook'
import type { NetworkModel } from './networkModel'
import { cameraOfAll } from './networkView'
import { paintNetwork } from './paintNetwork'

type Ctx = CanvasRenderingContext2D

/** What the screen puts below the network: its legend. */
export interface PictureLegend {
  height: number
  paint: (ctx: Ctx, place: { x: number; y: number; height: number }) => void
}

const WIDTH = 1920
const HEIGHT = { least: 1000, most: 2400 }

/** The whole network, whatever part of it is on the screen, with title, 口径 and footer; PNG at twice its size. */
export async function networkPicture(
  model: NetworkModel,
  look: NetworkLook,
  text: PictureText,
  legend: PictureLegend = { height: 0, paint: () => undefined },
): Promise<Blob> {
  const { bounds } = model
  const height = Math.round(Math.min(HEIGHT.most, Math.max(HEIGHT.least, (WIDTH * bounds.height) / bounds.width)))
  const glow = new Glow()
  const content = {
    width: WIDTH,
    height,
    legendHeight: legend.height,
    paint: (ctx: Ctx, { x, y, density }: { x: number; y: number; density: number }) => {
      // The frame is opaque and fading eats what is painted: the network gets a sheet of its own.
      const sheet = document.createElement('canvas')
      sheet.width = WIDTH * density
      sheet.height = height * density
      const own = sheet.getContext('2d')
      if (!own) throw new Error('this browser gives no canvas of the size of the picture')
      own.scale(density, density)
      const camera = cameraOfAll(bounds, { width: WIDTH, height }, 1)
      const view = { width: WIDTH, height, camera, scale: 1, margin: 0, whole: camera.zoom }
      paintNetwork(own, model, view, look, glow)
      ctx.fillStyle = groundOf(ctx, look.palette, { x, y, width: WIDTH, height })
      ctx.fillRect(x, y, WIDTH, height)
      ctx.drawImage(sheet, x, y, WIDTH, height)
      sheet.width = sheet.height = 0
    },
    paintLegend: legend.paint,
  }
  const { background, text: words, subText } = look.palette
  const blob = await framedPicture(content, text, { background, text: words, subText })
  glow.clear()
  return blob
}
