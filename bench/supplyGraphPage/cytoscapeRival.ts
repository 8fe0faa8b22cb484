import { NETWORK_PALETTES } from '@/graph/network/networkPalette'
import { NAMES, STATE_COLOURS, type Rival } from './rival'
import { SAMPLE_TONES } from './sampleNetwork'

const tones: Readonly<Record<string, string>> = SAMPLE_TONES.dark
const { text } = NETWORK_PALETTES.dark

/* Cytoscape is no dependency; only what is called here is described. */
interface Collection {
  addClass(name: string): Collection
  removeClass(name: string): Collection
  closedNeighborhood(): Collection
  style(name: string, value: string): Collection
}
interface Core {
  elements(): Collection
  nodes(): Collection
  edges(): Collection
  getElementById(id: string): Collection
  panBy(by: { x: number; y: number }): void
  zoom(): number
  zoom(to: { level: number; renderedPosition: { x: number; y: number } }): void
  batch(work: () => void): void
  ready(done: () => void): void
  once(event: string, done: () => void): void
  destroy(): void
}
type Cytoscape = (options: object) => Core

/** Cytoscape.js with the same discs, names, widths, tones and dashes; `haystack` edges where `curved` is false. */
export const cytoscapeRival =
  (curved: boolean): Rival =>
  async (host, scene, viewport) => {
    const source = '/peers/cytoscape.mjs'
    const { default: cytoscape } = (await import(/* @vite-ignore */ source)) as { default: Cytoscape }
    const named = new Set(
      [...scene.nodes]
        .sort((a, b) => b.weight - a.weight)
        .slice(0, NAMES)
        .map(({ id }) => id),
    )
    const core = cytoscape({
      container: host,
      layout: { name: 'preset', fit: true },
      elements: {
        nodes: scene.nodes.map(({ id, x, y, radius, tone, label }) => ({
          data: { id, size: radius * 2, colour: tones[tone], label: named.has(id) ? label : '' },
          position: { x, y },
        })),
        edges: scene.edges.map(({ id, from, to, width, dashed, tone }) => ({
          data: { id, source: from, target: to, width, colour: tones[tone], dash: dashed ? 'dashed' : 'solid' },
        })),
      },
      style: [
        {
          selector: 'node',
          style: {
            width: 'data(size)',
            height: 'data(size)',
            'background-color': 'data(colour)',
            label: 'data(label)',
            color: text,
            'text-halign': 'right',
            'text-valign': 'center',
          },
        },
        {
          selector: 'edge',
          style: {
            width: 'data(width)',
            'line-color': 'data(colour)',
            'line-style': 'data(dash)',
            opacity: 0.3,
            'curve-style': curved ? 'unbundled-bezier' : 'haystack',
            ...(curved ? { 'control-point-distances': 20, 'control-point-weights': 0.5 } : {}),
          },
        },
        { selector: '.near', style: { opacity: 1 } },
        { selector: '.far', style: { opacity: 0.2 } },
      ],
    })
    await new Promise<void>((resolve) => core.ready(resolve))
    const middle = { x: viewport.width / 2, y: viewport.height / 2 }
    return {
      panBy: (x, y) => core.panBy({ x, y }),
      zoomBy: (factor) => core.zoom({ level: core.zoom() * factor, renderedPosition: middle }),
      hover(id) {
        core.batch(() => {
          core.elements().removeClass('near').removeClass('far')
          if (id === null) return
          core.elements().addClass('far')
          core.getElementById(id).closedNeighborhood().removeClass('far').addClass('near')
        })
      },
      restyle(turn) {
        const colour = STATE_COLOURS[turn % 2] ?? '#ffffff'
        core.batch(() => {
          core.nodes().style('background-color', colour)
          core.edges().style('line-color', colour)
        })
      },
      destroy: () => core.destroy(),
    }
  }
