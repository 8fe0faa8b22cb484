import { createApp, h, shallowRef } from 'vue'
import NetworkCanvas from '@/graph/network/NetworkCanvas.vue'
import { NETWORK_PALETTES } from '@/graph/network/networkPalette'
import type { SceneStates } from '@/graph/network/networkScene'
import { SAMPLE_TONES, sampleNetwork, sampleScene } from './sampleNetwork'

/* ?size=5000&edges=12000&layout=rings|columns&theme=dark|light&stretch=1.4&groups=1&stop=1&selected=id */
const query = new URLSearchParams(location.search)
const theme = query.get('theme') === 'light' ? 'light' : 'dark'
const size = Number(query.get('size') ?? 300)
const sample = sampleNetwork(size, Number(query.get('edges') ?? size * 2.4), Number(query.get('counties') ?? 40))
if (query.get('groups')) {
  sample.nodes.forEach((node, i) => {
    if (i % 7 !== 3) return
    Object.assign(node, { mark: 'group', count: 3 + ((i * 37) % 240), radius: 15, label: `${node.group} 一组` })
  })
}
const stretch = Number(query.get('stretch') ?? 1.4)
const scene = shallowRef(sampleScene(sample, query.get('layout') === 'columns' ? 'columns' : 'rings', stretch))
const selected = shallowRef<string | null>(query.get('selected'))
const focus = shallowRef<ReadonlySet<string> | null>(null)
const states = shallowRef<SceneStates | null>(null)
const edgeStates = shallowRef<SceneStates | null>(null)
const canvas = shallowRef<InstanceType<typeof NetworkCanvas>>()
const said: unknown[] = []

if (query.get('stop')) {
  const hit = new Map([['n3', 1]])
  const edges = new Map<string, { tone: string; level: number }>()
  for (let step = 0; step < 3; step++) {
    for (const { id, from, to } of sample.edges) {
      const level = hit.get(from)
      if (level === undefined) continue
      edges.set(id, { tone: step === 0 ? 'stopped' : 'risk', level })
      if (!hit.has(to)) hit.set(to, level * 0.6)
    }
  }
  states.value = new Map([...hit].map(([id, level]) => [id, { tone: level === 1 ? 'stopped' : 'risk', level }]))
  edgeStates.value = edges
}
const focusOn = query.get('focus')
if (focusOn) {
  const near = sample.edges.filter(({ from, to }) => from === focusOn || to === focusOn)
  focus.value = new Set([focusOn, ...near.flatMap(({ from, to }) => [from, to])])
}

const app = createApp({
  render: () =>
    h(NetworkCanvas, {
      ref: (instance) => (canvas.value = (instance as InstanceType<typeof NetworkCanvas> | null) ?? undefined),
      scene: scene.value,
      palette: { ...NETWORK_PALETTES[theme], tones: SAMPLE_TONES[theme] },
      selected: selected.value,
      focus: focus.value,
      states: states.value,
      edgeStates: edgeStates.value,
      label: '供应网络',
      onPick: (id: string) => {
        said.push(['pick', id])
        selected.value = id
      },
      onPickEdge: (id: string) => said.push(['pickEdge', id]),
      onOpen: (id: string) => said.push(['open', id]),
      onClear: () => {
        said.push(['clear'])
        selected.value = null
      },
    }),
})
app.mount('#app')
Object.assign(window, { app, canvas, scene, selected, focus, states, edgeStates, said })
