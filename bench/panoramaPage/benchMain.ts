import { Graph } from '@antv/g6'
import type { Panorama } from '@contract/panorama'
import { routeEdges } from '@/features/panorama/chainEdges'
import { layoutChain } from '@/features/panorama/chainLayout'
import { paintPanorama } from '@/features/panorama/paintPanorama'
import { panoramaScene } from '@/features/panorama/panoramaGraph'
import { focusSet } from '@/features/panorama/focusSet'
import { SceneGraph } from '@/graph/sceneGraph'
import { samplePanorama } from './samplePanorama'
import { syntheticPack } from './syntheticPack'

const VIEWPORT = { width: 1920, height: 1000 }
const host = document.getElementById('host')!

const frame = () => new Promise<void>((resolve) => requestAnimationFrame(() => resolve()))
/** The frame in which the graph is on the screen: drawn by the library's own frame, then shown by the browser. */
async function shown() {
  await frame()
  await frame()
}

function sceneOf(panorama: Panorama, focusId: string | null) {
  const layout = layoutChain(panorama, VIEWPORT)
  const focus = focusId === null ? null : { id: focusId, set: focusSet(panorama.edges, focusId) }
  const view = {
    layout,
    routes: routeEdges(panorama.edges, layout),
    mode: 'dark' as const,
    focus,
    matches: new Set<string>(),
  }
  return panoramaScene(panorama, view)
}

const ignore = () => undefined
const fail = (reason: unknown) => console.error(reason)

async function panoramaMount(panorama: Panorama) {
  const start = performance.now()
  const graph = new SceneGraph(host, VIEWPORT, paintPanorama, ignore, fail)
  await graph.show(sceneOf(panorama, null), true)
  await shown()
  const ms = performance.now() - start
  await graph.destroy()
  host.replaceChildren()
  return ms
}

/** The plainest graph G6 can draw of the same chain: labelled rectangles and straight lines. */
async function bareMount(panorama: Panorama) {
  const start = performance.now()
  const layout = layoutChain(panorama, VIEWPORT)
  const graph = new Graph({
    container: host,
    ...VIEWPORT,
    animation: false,
    autoFit: 'view',
    data: {
      nodes: panorama.nodes.map(({ id, name }) => {
        const { x, y, width, height } = layout.cards.get(id)!
        return {
          id,
          type: 'rect',
          style: {
            x: x + width / 2,
            y: y + height / 2,
            size: [width, height],
            labelText: name,
            labelPlacement: 'center',
          },
        }
      }),
      edges: panorama.edges.map(({ from, to }, i) => ({ id: `e${i}`, source: from, target: to })),
    },
  })
  await graph.render()
  await shown()
  const ms = performance.now() - start
  graph.destroy()
  host.replaceChildren()
  return ms
}

async function frames(panorama: Panorama) {
  const graph = new SceneGraph(host, VIEWPORT, paintPanorama, ignore, fail)
  await graph.show(sceneOf(panorama, null), true)
  await shown()
  const timed = async (count: number, step: (i: number) => void) => {
    const start = performance.now()
    for (let i = 0; i < count; i++) {
      step(i)
      await frame()
    }
    return (performance.now() - start) / count
  }
  const drag = await timed(40, (i) => graph.panBy(i % 2 ? 7 : -5, i % 2 ? 3 : -2))
  const zoom = await timed(40, (i) => graph.zoomAt({ x: 900, y: 500 }, i < 20 ? 1.04 : 1 / 1.04))
  graph.fit()
  const start = performance.now()
  await graph.show(sceneOf(panorama, panorama.nodes[Math.floor(panorama.nodes.length / 2)]!.id), false)
  await shown()
  const focus = performance.now() - start
  await graph.destroy()
  host.replaceChildren()
  return { drag, zoom, focus }
}

const samples = new Map<number, Panorama>()
function sampleOf(size: number) {
  const known = samples.get(size) ?? samplePanorama(syntheticPack(size), true)
  samples.set(size, known)
  return known
}

Object.assign(window, {
  panoramaMount: (size: number) => panoramaMount(sampleOf(size)),
  bareMount: (size: number) => bareMount(sampleOf(size)),
  frameTimes: (size: number) => frames(sampleOf(size)),
})
