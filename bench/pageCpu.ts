import type { Browser, Page } from 'playwright-core'

/** What something cost, in milliseconds. On a busy machine only wall time grows. */
export interface Cost {
  wall: number
  /** Main thread of the page. */
  main: number
  /** All threads of the page: main, workers, compositor. */
  renderer: number
  /** The process that draws; without a graphics card every pixel. */
  drawing: number
}

export interface CpuMeter {
  cost(act: () => Promise<unknown>): Promise<Cost>
  /** Megabytes of script memory after a collection. */
  heap(): Promise<number>
}

/** Processor time of one page in a browser that has no other. */
export async function cpuMeter(browser: Browser, page: Page): Promise<CpuMeter> {
  const inside = await page.context().newCDPSession(page)
  const outside = await browser.newBrowserCDPSession()
  await inside.send('Performance.enable', { timeDomain: 'threadTicks' })
  const read = async () => {
    const { metrics } = await inside.send('Performance.getMetrics')
    const { processInfo } = await outside.send('SystemInfo.getProcessInfo')
    const of = (type: string) =>
      processInfo.filter((item) => item.type === type).reduce((sum, item) => sum + item.cpuTime, 0)
    const main = metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN
    return { wall: performance.now(), main: main * 1000, renderer: of('renderer') * 1000, drawing: of('GPU') * 1000 }
  }
  return {
    async cost(act) {
      const before = await read()
      await act()
      const after = await read()
      return {
        wall: after.wall - before.wall,
        main: after.main - before.main,
        renderer: after.renderer - before.renderer,
        drawing: after.drawing - before.drawing,
      }
    },
    async heap() {
      await inside.send('HeapProfiler.collectGarbage')
      const { usedSize } = await inside.send('Runtime.getHeapUsage')
      return usedSize / 2 ** 20
    },
  }
}
