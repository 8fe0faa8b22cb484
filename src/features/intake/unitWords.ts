import { CRS_LABELS } from '@domain/geo/crs'

const LABELS: Record<string, string> = CRS_LABELS

/** A unit as it is offered: a 坐标系 with the maps that use it, everything else as it is written. */
export function unitLabel(unit: string): string {
  return LABELS[unit] ?? unit
}
