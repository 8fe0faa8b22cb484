import type { Feature, MultiPolygon, Position } from 'geojson'
import { polygonsOf, type Outline } from './readShapes'

interface IslandGroup {
  id: number
  name: string
  /** West, south, east, north: a box that holds this group and nothing else. */
  box: readonly [number, number, number, number]
}

/** 公开地图内容表示规范 names these as islands that must be shown and called by name. */
const ISLAND_GROUPS: readonly IslandGroup[] = [
  { id: 1, name: '钓鱼岛', box: [123.2, 25.6, 123.6, 25.8] },
  { id: 2, name: '赤尾屿', box: [124.4, 25.8, 124.7, 26] },
  { id: 3, name: '东沙群岛', box: [115.7, 20, 117.5, 21.5] },
  { id: 4, name: '西沙群岛', box: [111, 15.5, 112.9, 17.5] },
  { id: 5, name: '中沙群岛', box: [112.9, 13, 117.2, 19.6] },
  { id: 6, name: '黄岩岛', box: [117.3, 14.8, 118, 15.5] },
  { id: 7, name: '南沙群岛', box: [109, 4.2, 118.5, 12] },
  { id: 8, name: '曾母暗沙', box: [111.8, 3.5, 112.6, 4.2] },
]

/** The inset of 南海诸岛 by the same rules: 河内 to 马尼拉, the northern tropic to 加里曼丹. */
export const SOUTH_SEA_INSET = [105.5, 2.5, 122.5, 24] as const

/** The islands of the country by group; `x`/`y` is the middle of the group. */
export function islandGroups(
  outlines: readonly Outline[],
): Feature<MultiPolygon, { id: number; name: string; x: number; y: number }>[] {
  const polygons = outlines.flatMap(polygonsOf)
  return ISLAND_GROUPS.map(({ id, name, box }) => {
    const coordinates = polygons.filter(([ring = []]) => ring.every((point) => isInside(point, box)))
    if (coordinates.length === 0) throw new Error(`底图缺少${name}`)
    const points = coordinates.flat(2)
    const middle = (values: number[]) => (Math.min(...values) + Math.max(...values)) / 2
    const [x, y] = [middle(points.map(([lng = 0]) => lng)), middle(points.map(([, lat = 0]) => lat))]
    return { type: 'Feature', properties: { id, name, x, y }, geometry: { type: 'MultiPolygon', coordinates } }
  })
}

function isInside([lng = 0, lat = 0]: Position, [west, south, east, north]: IslandGroup['box']): boolean {
  return lng >= west && lng <= east && lat >= south && lat <= north
}
