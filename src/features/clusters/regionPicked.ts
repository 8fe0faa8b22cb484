import type { MapFrame } from './clusterMap'

/** Where a click on the map leads: from the province to the city it lies in, from the city to the county. */
export function regionPicked(code: string, drawn: string, { shapes }: Pick<MapFrame, 'shapes'>): string {
  const isProvince = drawn.endsWith('0000')
  return (isProvince ? shapes.find((shape) => shape.code === code)?.city : null) ?? code
}
