import { createApp, h } from 'vue'
import NetworkCanvas from '@/graph/network/NetworkCanvas.vue'
import { NETWORK_PALETTES } from '@/graph/network/networkPalette'
import { columnLayout } from '@/features/supply/layout/columnLayout'
import { ringLayout } from '@/features/supply/layout/ringLayout'
import type { Drawing, Rival } from './rival'
import { SAMPLE_TONES, sampleNetwork, sampleScene } from './sampleNetwork'

const VIEWPORT = { width: 1920, height: 1000 }
/** Each loaded only where it is measured: our own use of G6 replaces steps that bare G6 needs for its edges. */
const RIVALS = {
  ours: async () => (await import('./oursRival')).ours,
  hostedByG6: async () => (await import('./hostedRival')).hostedByG6,
  bareG6: async () => (await import('./g6Rival')).bareG6,
  cytoscape: async () => (await import('./cytoscapeRival')).cytoscapeRival(true),
  cytoscapeStraight: async () => (await import('./cytoscapeRival')).cytoscapeRival(false),
  sigma: async () => (await import('./sigmaRival')).sigmaRival,
} satisfies Record<string, () => Promise<Rival>>

export type RivalName = keyof typeof RIVALS
export type Step = 'drag' | 'hover' | 'zoom' | 'states'

const host = document.getElementById('host')
if (!host) throw new Error('the page has no host')
const stage = host
const samples = new Map<string, ReturnType<typeof sampleNetwork>>()
let drawing: Drawing | undefined

const frame = () => new Promise<void>((resolve) => requestAnimationFrame(() => resolve()))

function sampleOf(size: number, edges: number) {
  const key = `${size} ${edges}`
  const known = samples.get(key) ?? sampleNetwork(size, edges)
  samples.set(key, known)
  return known
}

/** Milliseconds from data to the frame after the one in which the library said it had drawn. */
async function mount(name: RivalName, size: number, edges: number): Promise<number> {
  const scene = sampleScene(sampleOf(size, edges), 'rings', 1.4)
  const draw = await RIVALS[name]()
  await frame()
  const start = performance.now()
  drawing = await draw(stage, scene, VIEWPORT)
  await frame()
  await frame()
  return performance.now() - start
}

/** Milliseconds a frame, over so many frames. */
async function run(step: Step, frames: number, ids: readonly string[]): Promise<number> {
  const current = drawing
  if (!current) return Number.NaN
  const start = performance.now()
  for (let i = 0; i < frames; i++) {
    if (step === 'drag') current.panBy(i % 20 < 10 ? 9 : -9, i % 8 < 4 ? 4 : -4)
    if (step === 'zoom') current.zoomBy(i % 20 < 10 ? 1.05 : 1 / 1.05)
    if (step === 'hover') await current.hover(ids[i % ids.length] ?? null)
    if (step === 'states') await current.restyle(i)
    await frame()
  }
  if (step === 'hover') await current.hover(null)
  await frame()
  return (performance.now() - start) / frames
}

async function unmount() {
  await drawing?.destroy()
  drawing = undefined
  stage.replaceChildren()
}

/** Mounts and unmounts the component so many times with one scene. */
async function mountTimes(times: number, size: number, edges: number) {
  const scene = sampleScene(sampleOf(size, edges), 'rings', 1.4)
  const palette = { ...NETWORK_PALETTES.dark, tones: SAMPLE_TONES.dark }
  for (let i = 0; i < times; i++) {
    const app = createApp({ render: () => h(NetworkCanvas, { scene, palette, label: '供应网络', selected: 'ego' }) })
    app.mount(stage)
    await frame()
    await frame()
    app.unmount()
  }
  stage.replaceChildren()
  await frame()
}

/** Median milliseconds of each layout. */
function layoutTimes(size: number, edges: number): Record<string, number> {
  const { nodes } = sampleOf(size, edges)
  const timed = (layout: () => unknown) => {
    const times = Array.from({ length: 15 }, () => {
      const start = performance.now()
      layout()
      return performance.now() - start
    })
    return times.sort((a, b) => a - b)[7] ?? Number.NaN
  }
  return { rings: timed(() => ringLayout(nodes, { stretch: 1.4 })), columns: timed(() => columnLayout(nodes)) }
}

const busiest = (size: number, edges: number) =>
  [...sampleOf(size, edges).nodes]
    .filter(({ id }) => id !== 'ego')
    .sort((a, b) => b.weight - a.weight)
    .slice(0, 12)
    .map(({ id }) => id)

const bench = { mount, run, unmount, mountTimes, layoutTimes, busiest }
export type BenchPage = typeof bench
Object.assign(window, { bench })
