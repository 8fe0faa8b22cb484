import type { RegionDetail } from '@contract/regions'
import type { CountryShapes } from '@/map/decodeBoundaries'
import type { MapMark, MarkSide } from '@/map/mapMark'
import type { MapFrame } from './clusterMap'

/** Neighbours stand apart on a map of the whole country. */
const SIDES: Record<string, MarkSide> = {
  钓鱼岛: 'above',
  赤尾屿: 'right',
  西沙群岛: 'left',
  中沙群岛: 'right',
  黄岩岛: 'right',
  曾母暗沙: 'right',
}

/** Names of islands that a map of the country must show. */
export const islandMarks = ({ islands }: CountryShapes): MapMark[] =>
  islands.map(({ name, centre }) => ({ id: `island-${name}`, at: centre, text: name, side: SIDES[name] ?? 'below' }))

const AREA_NOTE = '位置示意：依所在区县；不参与加总'

/**
 * 功能区 have no outlines of their own: a pin in the middle of the counties they lie in, one for all areas of the same
 * counties. They overlap counties, so they have no colour and no figure.
 */
export function areaMarks(areas: RegionDetail['functionalAreas'], { shapes, context }: MapFrame): MapMark[] {
  const centres = new Map([...context, ...shapes].map(({ code, centre }) => [code, centre]))
  const groups = new Map<string, { at: [number, number]; names: string[] }>()
  for (const { name, parents } of areas) {
    const places = parents.flatMap((code) => {
      const centre = centres.get(code)
      return centre ? [centre] : []
    })
    if (places.length === 0) continue
    const key = parents.join()
    const mean = (axis: 0 | 1) => places.reduce((sum, place) => sum + place[axis], 0) / places.length
    const group = groups.get(key) ?? { at: [mean(0), mean(1)], names: [] }
    groups.set(key, { ...group, names: [...group.names, name] })
  }
  return [...groups].map(([key, { at, names }]) => {
    const [first = ''] = names
    const text = names.length > 1 ? `${first}等 ${names.length} 个` : first
    return { id: `area-${key}`, at, text, detail: `${names.join('、')}。${AREA_NOTE}` }
  })
}
