import type { Feature, FeatureCollection, Geometry } from 'geojson'
import type { GeoJSONSource } from 'maplibre-gl'
import { textureTile, type Texture } from '@/lib/hatch'
import { extentOf, textureOf, type Bounds, type RegionLook, type RegionPicture } from '@/lib/regionShape'
import type { EngineMap } from './engineMap'
import { borderFeatures, collection, contextFeatures, labelFeatures, regionFeatures } from './regionFeatures'
import { BORDERS, codesWith, CONTEXT, LABELS, REGIONS, RINGS, TEXTURES, textureFilter } from './regionStyle'

/** The margin in pixels; and beyond this zoom a single district fills the screen with two vertices. */
const FRAMING = { padding: 28, maxZoom: 11 }
/** Where there is nothing to frame: the country. */
const COUNTRY: Bounds = [73.4, 18, 135.1, 53.6]

/** Where a map of this picture opens. */
export const openingView = (picture: RegionPicture) => ({
  bounds: extentOf(picture) ?? COUNTRY,
  fitBoundsOptions: FRAMING,
})

/** The divisions on one engine map: what is drawn, filled, ringed and framed. */
export class GlRegions {
  private readonly marked: Record<'selected' | 'hovered', string | null> = { selected: null, hovered: null }
  /** Codes of the divisions that a texture covers. */
  private readonly covered = new Map<Texture, string>()
  /** What the engine was told; it keeps the states of codes that are not drawn at the moment. */
  private readonly painted = new Map<string, string | null>()

  /** `shown` is the picture that the style brought. */
  constructor(
    private readonly map: EngineMap,
    private readonly look: RegionLook,
    private shown: RegionPicture,
  ) {
    for (const texture of TEXTURES) this.covered.set(texture, codesWith(shown, texture).join())
    this.addTextures()
    this.fill(shown)
  }

  show(picture: RegionPicture) {
    const before = this.shown
    this.shown = picture
    if (before.context !== picture.context) this.setData(CONTEXT, contextFeatures(picture))
    if (before.borders !== picture.borders) this.setData(BORDERS, borderFeatures(picture))
    if (before.shapes !== picture.shapes) {
      this.setData(REGIONS, regionFeatures(picture))
      this.drawRings()
    }
    if (before.labels !== picture.labels || before.shapes !== picture.shapes)
      this.setData(LABELS, labelFeatures(picture))
    this.fill(picture)
  }

  /** A lost drawing context forgets colours and patterns, not outlines. */
  repaint() {
    this.addTextures()
    this.painted.clear()
    this.fill(this.shown)
  }

  private addTextures() {
    const density = Math.max(1, Math.round(this.map.getPixelRatio()))
    for (const texture of TEXTURES) {
      if (this.map.hasImage(texture)) continue
      this.map.addImage(texture, textureTile(texture, this.look[texture], density), { pixelRatio: density })
    }
  }

  private fill(picture: RegionPicture) {
    for (const { code } of picture.shapes) {
      const fill = textureOf(picture, code) === null ? (picture.fills.get(code) ?? null) : null
      if (this.painted.get(code) === fill) continue
      this.painted.set(code, fill)
      this.map.setFeatureState({ source: REGIONS, id: Number(code) }, { fill })
    }
    for (const texture of TEXTURES) this.cover(texture, codesWith(picture, texture))
  }

  /** Another filter makes the worker build the divisions anew. */
  private cover(texture: Texture, codes: readonly string[]) {
    if (codes.join() === this.covered.get(texture)) return
    this.covered.set(texture, codes.join())
    this.map.setFilter(texture, textureFilter(codes))
  }

  mark(state: 'selected' | 'hovered', code: string | null) {
    if (this.marked[state] === code) return
    this.marked[state] = code
    this.drawRings()
  }

  /** What is selected lies above what is pointed at. */
  private drawRings() {
    const { selected, hovered } = this.marked
    const ring = (code: string | null): Feature<Geometry>[] => {
      const shape = code === null ? undefined : this.shown.shapes.find((candidate) => candidate.code === code)
      return shape ? [{ type: 'Feature', properties: { selected: code === selected }, geometry: shape.geometry }] : []
    }
    this.setData(RINGS, collection([...(hovered === selected ? [] : ring(hovered)), ...ring(selected)]))
  }

  fit(animate: boolean) {
    const bounds = extentOf(this.shown)
    if (!bounds) return
    this.map.fitBounds(bounds, { ...FRAMING, animate, duration: 500 })
  }

  /** Code of the division under a point of the canvas. */
  codeAt(point: { x: number; y: number }): string | null {
    const [found] = this.map.queryRenderedFeatures([point.x, point.y], { layers: [REGIONS] })
    const code: unknown = found?.properties.code
    return typeof code === 'string' ? code : null
  }

  private setData(source: string, data: FeatureCollection) {
    this.map.getSource<GeoJSONSource>(source)?.setData(data)
  }
}
