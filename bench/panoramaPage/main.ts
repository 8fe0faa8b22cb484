import { createApp, h, ref } from 'vue'
import type { ChainPack } from '@domain/chain/pack'
import { PANORAMA_THEMES } from '@/features/panorama/panoramaTheme'
import PanoramaCanvas from '@/features/panorama/PanoramaCanvas.vue'
import PanoramaLegend from '@/features/panorama/PanoramaLegend.vue'
import { samplePanorama } from './samplePanorama'
import { syntheticPack } from './syntheticPack'

const packs = import.meta.glob<ChainPack>('../../packs/chains/*.json', { import: 'default' })
const query = new URLSearchParams(location.search)
const theme = query.get('theme') === 'light' ? 'light' : 'dark'
const chain = query.get('chain') ?? 'cnc-machine-tools'
const focused = ref<string | null>(query.get('focus'))
const canvas = ref<InstanceType<typeof PanoramaCanvas>>()
const drawer = Number(query.get('drawer') ?? 0)

document.body.style.background = PANORAMA_THEMES[theme].background

async function start() {
  const size = /^synthetic-(\d+)$/.exec(chain)?.[1]
  const pack = size ? syntheticPack(Number(size)) : await packs[`../../packs/chains/${chain}.json`]!()
  const panorama = samplePanorama(pack, query.get('revenue') !== '0')
  Object.assign(window, { panorama, focused, canvas })
  const app = createApp({
    render: () =>
      h('div', { style: 'height:100%;display:flex;flex-direction:column' }, [
        h('div', { style: `flex:1;min-height:0;margin:8px ${8 + drawer}px 0 8px` }, [
          h(PanoramaCanvas, {
            ref: canvas,
            panorama,
            focused: focused.value,
            theme,
            matches: query.get('matches')?.split(',') ?? [],
            onFocus: (id: string | null) => (focused.value = id),
            onProblem: (reason: unknown) => console.error(reason),
          }),
        ]),
        h(PanoramaLegend, { panorama, theme, style: 'flex:none' }),
      ]),
  })
  app.mount('#app')
  Object.assign(window, { app })
}

void start()
