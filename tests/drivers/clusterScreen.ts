import fs from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright-core'

export interface CountyOnMap {
  code: string
  name: string
  /** Null where the county belongs to the province directly. */
  city: string | null
  /** Longitude and latitude of a point well inside. */
  centre: [number, number]
}

interface Outlines {
  objects: Record<string, { geometries: { id: number | string; properties: Omit<CountyOnMap, 'code'> }[] }>
}

/** The counties of a province in code order, as the boundary file of the product has them. */
export function countiesOnMap(province: string): CountyOnMap[] {
  const file = fileURLToPath(new URL(`../../public/geo/${province}.json`, import.meta.url))
  const { objects } = JSON.parse(fs.readFileSync(file, 'utf8')) as Outlines
  return (objects['county']?.geometries ?? [])
    .map(({ id, properties: { name, city, centre } }) => ({
      code: String(id),
      name,
      city: city === null ? null : String(city),
      centre,
    }))
    .sort((a, b) => Number(a.code) - Number(b.code))
}

/** How drawing engines count: the world is this many pixels wide at zoom 0. */
const WORLD_PX = 512

function mercator([lng, lat]: readonly [number, number]) {
  const sin = Math.sin((lat * Math.PI) / 180)
  return { x: lng / 360 + 0.5, y: 0.5 - Math.log((1 + sin) / (1 - sin)) / (4 * Math.PI) }
}

/** The cluster map in the words of someone who uses it. */
export function clusterScreen(page: Page) {
  const surface = page.locator('[data-map-state]')
  const camera = async () => (await surface.getAttribute('data-camera')) ?? ''
  const region = () => new URL(page.url()).searchParams.get('region')
  return {
    surface,
    camera,
    region,
    simpleMapNote: page.getByText('已用简化地图'),
    table: page.getByRole('region', { name: /个(?:市|县)/u }).getByRole('table'),
    tip: page.locator('.map__tip'),
    legend: page.getByRole('list', { name: '图例' }),
    /** At rest, everything drawn; `elsewhere` than before where a camera is given. */
    idle: (before?: string) =>
      page.waitForFunction((last) => {
        const map = document.querySelector<HTMLElement>('[data-map-state]')
        return map?.dataset['mapState'] === 'idle' && map.dataset['camera'] !== last
      }, before ?? ''),
    /** At rest again in a place where it has been. */
    backAt: (before: string) =>
      page.waitForFunction((wanted) => {
        const map = document.querySelector<HTMLElement>('[data-map-state]')
        return map?.dataset['mapState'] === 'idle' && map.dataset['camera'] === wanted
      }, before),
    regionBecomes: (before: string | null) =>
      page.waitForFunction((last) => new URL(location.href).searchParams.get('region') !== last, before),
    /** The pixel of the page at which the map shows a place, from the camera that it tells. */
    async pixelOf(place: readonly [number, number]) {
      const box = await surface.boundingBox()
      const [lng = NaN, lat = NaN, zoom = NaN] = (await camera()).split(',').map(Number)
      if (!box) throw new Error('the map has no place on the page')
      const scale = WORLD_PX * 2 ** zoom
      const [at, middle] = [mercator(place), mercator([lng, lat])]
      return {
        x: box.x + box.width / 2 + (at.x - middle.x) * scale,
        y: box.y + box.height / 2 + (at.y - middle.y) * scale,
      }
    },
  }
}
