import { Glow } from '@/graph/network/glow'
import { networkModel } from '@/graph/network/networkModel'
import { NETWORK_PALETTES } from '@/graph/network/networkPalette'
import { cameraOfAll } from '@/graph/network/networkView'
import { paintNetwork } from '@/graph/network/paintNetwork'
import { SceneGraph } from '@/graph/sceneGraph'
import type { Rival } from './rival'
import { SAMPLE_TONES } from './sampleNetwork'

const palette = { ...NETWORK_PALETTES.dark, tones: SAMPLE_TONES.dark }

/** The other way considered: G6 holds one element that paints the whole network, and G6's camera moves it. */
export const hostedByG6: Rival = async (host, scene, viewport) => {
  const model = networkModel(scene)
  const glow = new Glow()
  const look = { palette, focus: null, states: null, edgeStates: null }
  const whole = cameraOfAll(model.bounds, viewport, 1)
  const { x, y, width, height } = model.bounds
  let turn = 0
  const graph = new SceneGraph<number>(
    host,
    viewport,
    ({ ctx, scale }) => {
      const states =
        turn === 0 ? null : new Map(scene.nodes.map(({ id }, i) => [id, { tone: 'risk', level: ((i + turn) % 5) / 5 }]))
      const camera = { zoom: scale, x: -x * scale, y: -y * scale }
      const view = { width: width * scale, height: height * scale, camera, scale: 1, margin: 0, whole: whole.zoom }
      paintNetwork(ctx, model, view, { ...look, states }, glow)
    },
    () => undefined,
    (reason) => console.error(reason),
  )
  const show = () =>
    graph.show(
      { width, height, items: [{ id: 'all', x: 0, y: 0, width, height, z: 0, paint: turn }], links: [] },
      turn === 0,
    )
  await show()
  return {
    panBy: (dx, dy) => graph.panBy(dx, dy),
    zoomBy: (factor) => graph.zoomBy(factor),
    hover: () => undefined,
    restyle(next) {
      turn = next + 1
      return show()
    },
    destroy: () => graph.destroy(),
  }
}
