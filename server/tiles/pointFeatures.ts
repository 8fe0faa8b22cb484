import type { InputFeature } from 'supercluster'
import { fromCgcs2000, type Crs } from '@domain/geo/crs'
import type { PackedPoints } from './packedPoints'

/** What the index keeps of an enterprise besides its number and place: nothing. */
export type PlainPoint = { point_count?: undefined }
const PLAIN: PlainPoint = {}

/**
 * Packed points in the shape that the index loads, as it asks for them: an array whose members do not exist until they
 * are iterated, so that a million enterprises never become a million objects.
 */
export class PointFeatures extends Array<InputFeature<PlainPoint>> {
  readonly #points: PackedPoints
  readonly #crs: Crs

  constructor(points: PackedPoints, crs: Crs) {
    super(points.count)
    this.#points = points
    this.#crs = crs
  }

  override *[Symbol.iterator](): ArrayIterator<InputFeature<PlainPoint>> {
    for (let id = 0; id < this.#points.count; id += 1) {
      const coordinates = fromCgcs2000(this.#points.at(id), this.#crs)
      yield { type: 'Feature', id, properties: PLAIN, geometry: { type: 'Point', coordinates } }
    }
  }
}
