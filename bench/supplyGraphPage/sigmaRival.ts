import { NETWORK_PALETTES } from '@/graph/network/networkPalette'
import { NAMES, STATE_COLOURS, type Rival } from './rival'
import { SAMPLE_TONES } from './sampleNetwork'

const tones: Readonly<Record<string, string>> = SAMPLE_TONES.dark

/* Sigma is no dependency; only what is called here is described. */
type Attributes = Record<string, unknown>
interface SigmaGraph {
  addNode(id: string, attributes: Attributes): void
  addEdgeWithKey(id: string, from: string, to: string, attributes: Attributes): void
  neighbors(id: string): string[]
  extremities(id: string): string[]
  updateEachNodeAttributes(change: (id: string, old: Attributes) => Attributes): void
  updateEachEdgeAttributes(change: (id: string, old: Attributes) => Attributes): void
}
interface CameraState {
  x: number
  y: number
  ratio: number
}
interface SigmaView {
  getCamera(): { getState(): CameraState; setState(state: Partial<CameraState>): void }
  setSetting(name: string, value: unknown): void
  refresh(): void
  kill(): void
}
interface Peers {
  Graph: new (options: object) => SigmaGraph
  Sigma: new (graph: SigmaGraph, host: HTMLElement, settings: object) => SigmaView
}

/** Sigma 3: discs, tones, widths, names for the heaviest; its edges are straight and know no dashes. */
export const sigmaRival: Rival = async (host, scene, viewport) => {
  const source = '/peers/sigma.mjs'
  const { Graph, Sigma } = (await import(/* @vite-ignore */ source)) as Peers
  const graph = new Graph({ type: 'directed', multi: true })
  const named = new Set(
    [...scene.nodes]
      .sort((a, b) => b.weight - a.weight)
      .slice(0, NAMES)
      .map(({ id }) => id),
  )
  for (const { id, x, y, radius, tone, label } of scene.nodes) {
    graph.addNode(id, {
      x,
      y: -y,
      size: Math.max(1.3, radius * 0.45),
      color: tones[tone],
      label: named.has(id) ? label : null,
    })
  }
  for (const { id, from, to, width, tone } of scene.edges) {
    graph.addEdgeWithKey(id, from, to, { size: width * 0.6, color: `${tones[tone] ?? '#ffffff'}4d` })
  }
  const view = new Sigma(graph, host, {
    labelColor: { color: NETWORK_PALETTES.dark.text },
    labelRenderedSizeThreshold: 0,
    labelDensity: 1,
    allowInvalidContainer: true,
  })
  const camera = view.getCamera()
  const setReducers = (near: ReadonlySet<string> | null) => {
    view.setSetting('nodeReducer', (id: string, data: Attributes) =>
      !near || near.has(id) ? data : { ...data, color: '#15305c' },
    )
    view.setSetting('edgeReducer', (id: string, data: Attributes) =>
      !near || graph.extremities(id).every((end) => near.has(end)) ? data : { ...data, hidden: true },
    )
  }
  return {
    panBy(dx, dy) {
      const { x, y, ratio } = camera.getState()
      camera.setState({ x: x - (dx / viewport.width) * ratio, y: y + (dy / viewport.height) * ratio })
    },
    zoomBy: (factor) => camera.setState({ ratio: camera.getState().ratio / factor }),
    hover: (id) => setReducers(id === null ? null : new Set([id, ...graph.neighbors(id)])),
    restyle(turn) {
      const color = STATE_COLOURS[turn % 2]
      graph.updateEachNodeAttributes((_, old) => ({ ...old, color }))
      graph.updateEachEdgeAttributes((_, old) => ({ ...old, color: `${color ?? '#ffffff'}4d` }))
      view.refresh()
    },
    destroy: () => view.kill(),
  }
}
