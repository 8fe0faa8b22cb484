import { Graph } from '@antv/g6'
import { NETWORK_PALETTES } from '@/graph/network/networkPalette'
import { NAMES, STATE_COLOURS, type Rival } from './rival'
import { SAMPLE_TONES } from './sampleNetwork'

const tones: Readonly<Record<string, string>> = SAMPLE_TONES.dark
const { text } = NETWORK_PALETTES.dark

/** G6 5 with circles, names for the heaviest, curved edges with width, tone and dash; animation off, positions given. */
export const bareG6: Rival = async (host, scene, viewport) => {
  const named = new Set(
    [...scene.nodes]
      .sort((a, b) => b.weight - a.weight)
      .slice(0, NAMES)
      .map(({ id }) => id),
  )
  const graph = new Graph({
    container: host,
    ...viewport,
    animation: false,
    autoFit: 'view',
    node: { type: 'circle' },
    edge: { type: 'quadratic' },
    data: {
      nodes: scene.nodes.map(({ id, x, y, radius, tone, label }) => ({
        id,
        style: {
          x,
          y,
          size: radius * 2,
          fill: tones[tone],
          ...(named.has(id)
            ? { labelText: label, labelFill: text, labelPlacement: 'right' as const }
            : { label: false }),
        },
      })),
      edges: scene.edges.map(({ id, from, to, width, dashed, tone }) => ({
        id,
        source: from,
        target: to,
        style: {
          stroke: tones[tone],
          lineWidth: width,
          strokeOpacity: 0.3,
          curveOffset: 20,
          ...(dashed ? { lineDash: [5, 4] } : {}),
        },
      })),
    },
  })
  await graph.render()
  const near = new Map<string, string[]>()
  const touch = (id: string, other: string) => near.set(id, [...(near.get(id) ?? []), other])
  for (const { id, from, to } of scene.edges) {
    touch(from, to)
    touch(from, id)
    touch(to, from)
    touch(to, id)
  }
  let lit: string[] = []
  return {
    panBy: (dx, dy) => void graph.translateBy([dx, dy], false),
    zoomBy: (factor) => void graph.zoomBy(factor, false),
    async hover(id) {
      const next = id === null ? [] : [id, ...(near.get(id) ?? [])]
      const change = [...lit.map((other) => [other, []] as const), ...next.map((other) => [other, ['active']] as const)]
      lit = next
      await graph.setElementState(Object.fromEntries(change.map(([key, value]) => [key, [...value]])), false)
    },
    async restyle(turn) {
      const fill = STATE_COLOURS[turn % 2]
      graph.updateNodeData(scene.nodes.map(({ id }) => ({ id, style: { fill } })))
      graph.updateEdgeData(scene.edges.map(({ id }) => ({ id, style: { stroke: fill } })))
      await graph.draw()
    },
    destroy: () => graph.destroy(),
  }
}
