import { onBeforeUnmount, onMounted, type ShallowRef } from 'vue'
import type { ECharts } from 'echarts/core'
import { pixelRatioFor } from '@/lib/pixelRatio'
import { init } from './echarts'

/** One chart that fills its element as long as the component is on the page; drawn anew at every size. */
export function useChart(
  host: Readonly<ShallowRef<HTMLElement | null>>,
  { draw, opened }: { draw: (chart: ECharts) => void; opened?: (chart: ECharts) => void },
) {
  let chart: ECharts | undefined
  let observer: ResizeObserver | undefined
  const redraw = () => chart && draw(chart)

  onMounted(() => {
    const box = host.value
    if (!box) return
    const devicePixelRatio = pixelRatioFor(box.clientWidth, box.clientHeight, window.devicePixelRatio)
    chart = init(box, null, { renderer: 'canvas', devicePixelRatio })
    opened?.(chart)
    observer = new ResizeObserver(() => {
      chart?.resize()
      redraw()
    })
    observer.observe(box)
    redraw()
  })
  onBeforeUnmount(() => {
    observer?.disconnect()
    chart?.dispose()
    chart = undefined
  })
  /** The drawing into another canvas, for a picture; its size on the page, null before it is drawn. */
  function paint(ctx: CanvasRenderingContext2D, { x, y, density }: { x: number; y: number; density: number }) {
    if (!chart) return
    ctx.drawImage(chart.renderToCanvas({ pixelRatio: density }), x, y, chart.getWidth(), chart.getHeight())
  }
  return { redraw, paint }
}
