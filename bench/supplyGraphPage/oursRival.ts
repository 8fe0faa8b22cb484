import { createApp, h, nextTick, shallowRef } from 'vue'
import NetworkCanvas from '@/graph/network/NetworkCanvas.vue'
import { NETWORK_PALETTES } from '@/graph/network/networkPalette'
import { networkModel } from '@/graph/network/networkModel'
import { cameraOfAll } from '@/graph/network/networkView'
import type { SceneStates } from '@/graph/network/networkScene'
import type { Rival } from './rival'
import { SAMPLE_TONES } from './sampleNetwork'

const palette = { ...NETWORK_PALETTES.dark, tones: SAMPLE_TONES.dark }

/** The component as the product mounts it, driven by real events. */
export const ours: Rival = async (host, scene, viewport) => {
  const states = shallowRef<SceneStates | null>(null)
  const edgeStates = shallowRef<SceneStates | null>(null)
  const app = createApp({
    render: () =>
      h(NetworkCanvas, { scene, palette, label: '供应网络', states: states.value, edgeStates: edgeStates.value }),
  })
  app.mount(host)
  await nextTick()
  const area = host.querySelector('[role="application"]')
  if (!area) throw new Error('the component is not mounted')
  const say = (type: string, x: number, y: number, more: object = {}) =>
    area.dispatchEvent(new PointerEvent(type, { clientX: x, clientY: y, pointerId: 1, pointerType: 'mouse', ...more }))
  // Capture needs a real pointer; the gestures are the same without.
  Object.assign(area, { setPointerCapture: () => undefined })
  let at: { x: number; y: number } | null = null
  const byId = new Map(scene.nodes.map((node) => [node.id, node]))
  const camera = cameraOfAll(networkModel(scene).bounds, viewport, 1)
  return {
    panBy(dx, dy) {
      if (!at) {
        at = { x: 900, y: 500 }
        say('pointerdown', at.x, at.y, { button: 0 })
      }
      at = { x: at.x + dx, y: at.y + dy }
      say('pointermove', at.x, at.y)
    },
    zoomBy(factor) {
      area.dispatchEvent(new WheelEvent('wheel', { clientX: 960, clientY: 500, deltaY: -Math.log(factor) / 0.0016 }))
    },
    hover(id) {
      const node = id === null ? undefined : byId.get(id)
      if (at) say('pointerup', at.x, at.y)
      at = null
      if (node) say('pointermove', node.x * camera.zoom + camera.x, node.y * camera.zoom + camera.y)
      else say('pointerleave', 0, 0)
    },
    restyle(turn) {
      const tone = turn % 2 ? 'stopped' : 'risk'
      states.value = new Map(scene.nodes.map(({ id }, i) => [id, { tone, level: ((i + turn) % 5) / 5 }]))
      edgeStates.value = new Map(scene.edges.map(({ id }, i) => [id, { tone, level: ((i + turn) % 5) / 5 }]))
    },
    destroy: () => app.unmount(),
  }
}
