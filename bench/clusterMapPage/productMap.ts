import { createApp, h, shallowRef } from 'vue'
import type { Topology } from 'topojson-specification'
import { decodeProvince } from '@/map/decodeBoundaries'
import { mapFrame } from '@/features/clusters/clusterMap'
import ClusterMapView from '@/features/clusters/ClusterMapView.vue'
import { frame, type Drawn } from './drawn'
import { classed } from './sampleClusters'

const POINTS = { key: 'all', tiles: '/tiles/{z}/{x}/{y}.mvt', marks: () => Promise.resolve([]) }

/** The product's map of a province by county, with its names, borders, hatching, keyboard and, if asked for, points. */
export async function productMap(host: HTMLElement, topology: Topology, withPoints: boolean): Promise<Drawn> {
  const shapes = decodeProvince(topology)
  const { clusters, map } = classed(shapes.counties)
  const view = shallowRef<InstanceType<typeof ClusterMapView>>()
  const props = {
    clusters,
    map,
    frame: mapFrame(shapes, '210000', 'county'),
    selected: null,
    theme: 'dark' as const,
    points: withPoints ? POINTS : null,
  }
  const app = createApp({ render: () => h(ClusterMapView, { ...props, ref: view }) })
  app.mount(host)
  const state = () => host.querySelector<HTMLElement>('[data-map-state]')?.dataset['mapState']
  while (state() !== 'idle') await frame()
  return {
    async look(camera) {
      view.value?.follow(camera)
      await frame()
    },
    close: () => app.unmount(),
  }
}
