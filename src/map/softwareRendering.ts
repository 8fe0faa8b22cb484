/** Renderers that draw on the processor: remote desktops and machines without a graphics driver. */
const SOFTWARE = /swiftshader|llvmpipe|softpipe/i

export const isSoftwareRenderer = (renderer: string) => SOFTWARE.test(renderer)

/** What draws this canvas, as the browser tells; empty where it does not tell. */
export function rendererOf(canvas: HTMLCanvasElement): string {
  const gl = canvas.getContext('webgl2') ?? canvas.getContext('webgl')
  const info = gl?.getExtension('WEBGL_debug_renderer_info')
  const name: unknown = info && gl?.getParameter(info.UNMASKED_RENDERER_WEBGL)
  return typeof name === 'string' ? name : ''
}
