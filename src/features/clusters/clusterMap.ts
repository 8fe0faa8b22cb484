import type { ClusterRegion, Clusters } from '@contract/clusters'
import type { Bounds, RegionFills, RegionPicture, RegionShape } from '@/lib/regionShape'
import { classColours, RAMPS, type MapMode } from '@/map/ramps'
import { classify, classOf, type Classes, type ClassMethod } from '@/map/classes'
import type { CountryShapes, ProvinceShapes } from '@/map/decodeBoundaries'
import { indicatorText, type IndicatorChoice } from './clusterIndicators'

/** One indicator of all regions in classes, with a colour each: map, legend, table and picture read the same. */
export interface ClassedMap {
  indicator: IndicatorChoice
  classes: Classes
  colours: readonly string[]
  zeroColour: string
  /** Regions of the answer that have no outline, such as abolished ones; none is told while no outlines are read. */
  unshaped: ClusterRegion[]
  /** Outlines of which the answer says nothing; hatched too. */
  blank: number
  /** 不公布: regions whose number is withheld; in no class, and no missing ones either. */
  suppressed: number
  /** Of the country: provinces of which nothing is known are neither 未报送 nor without enterprises. */
  isNation: boolean
  classOf: (region: ClusterRegion) => number | 'zero' | 'missing' | 'suppressed'
}

export interface MapFrame {
  shapes: readonly RegionShape[]
  context: readonly RegionShape[]
  borders: RegionPicture['borders']
  extent?: Bounds
}

export const placedRegions = ({ regions }: Clusters) => regions.filter(({ unlocated }) => !unlocated)

/** What is drawn: the parts of the region in figures, its neighbours as a faint ground. */
export function mapFrame(province: ProvinceShapes, region: string, level: 'city' | 'county'): MapFrame {
  const borders = province.cityLines
  if (region.endsWith('0000'))
    return { shapes: level === 'city' ? province.cities : province.counties, context: [], borders }
  const isOwn = ({ code, city }: RegionShape) => city === region || code === region
  return {
    shapes: province.counties.filter(isOwn),
    context: province.cities.filter(({ code }) => code !== region),
    borders,
  }
}

/** From 海南岛 to the northernmost 黑龙江, from 喀喇昆仑 to the 黑龙江–乌苏里江 junction; the sea south of it is in the inset. */
const MAINLAND: Bounds = [73, 17.4, 135.6, 54]

/** All provinces, 台湾省, 香港 and 澳门 among them in the same style, with 断续线 as the strong lines. */
export const countryFrame = ({ provinces, dashes }: CountryShapes): MapFrame => ({
  shapes: provinces,
  context: [],
  borders: dashes,
  extent: MAINLAND,
})

export function classedMap(
  clusters: Clusters,
  indicator: IndicatorChoice,
  look: { method: ClassMethod; mode: MapMode },
  /** null: not read yet, or not to be had. */
  outlines: readonly RegionShape[] | null,
): ClassedMap {
  const shapes = outlines ?? []
  const placed = placedRegions(clusters)
  const numberOf = (region: ClusterRegion) => {
    const value = indicator.of(region)
    return value === null ? null : Number(value)
  }
  const { breaks, diverging } = indicator
  const isSuppressed = (region: ClusterRegion) => indicator.suppressed(region) !== null
  const open = placed.filter((region) => !isSuppressed(region))
  const classes = classify(open.map(numberOf), { method: look.method, breaks, diverging })
  const drawn = new Set(shapes.map(({ code }) => code))
  const answered = new Set(placed.map(({ code }) => code))
  return {
    indicator,
    classes,
    colours: classColours(classes, look.mode),
    zeroColour: RAMPS[look.mode].zero,
    suppressed: placed.length - open.length,
    blank: shapes.filter(({ code }) => !answered.has(code)).length,
    isNation: clusters.level === 'province',
    unshaped: outlines ? placed.filter(({ code }) => !drawn.has(code)) : [],
    classOf: (region) => (isSuppressed(region) ? 'suppressed' : classOf(classes, numberOf(region))),
  }
}

/** Code → colour; regions without a value have none and are hatched, those that are withheld are dotted. */
export function fillsOf(clusters: Clusters, map: ClassedMap): Required<RegionFills> {
  const fills = new Map<string, string>()
  const suppressed = new Set<string>()
  for (const region of placedRegions(clusters)) {
    const index = map.classOf(region)
    const fill = index === 'zero' ? map.zeroColour : typeof index === 'number' ? map.colours[index] : undefined
    if (fill !== undefined) fills.set(region.code, fill)
    if (index === 'suppressed') suppressed.add(region.code)
  }
  return { fills, suppressed }
}

/** With more divisions than this the values crowd out the names. */
const VALUES_UP_TO = 40

/** Names, and the values where there is room for them; the largest first. */
export function labelsOf(clusters: Clusters, indicator: IndicatorChoice): Map<string, string> {
  const weight = (region: ClusterRegion) =>
    indicator.suppressed(region) === null ? Number(indicator.of(region) ?? -Infinity) : -Infinity
  const ordered = placedRegions(clusters).sort((a, b) => weight(b) - weight(a) || Number(a.code) - Number(b.code))
  const words = (region: ClusterRegion) =>
    ordered.length <= VALUES_UP_TO ? `${region.name}\n${indicatorText(indicator, region)}` : region.name
  const labels = new Map(ordered.map((region) => [region.code, words(region)]))
  for (const { code, name } of clusters.absent) labels.set(code, name)
  if (clusters.level !== 'province') return labels
  return new Map([...labels].map(([code, text]) => [code, text.replace(PROVINCE_SUFFIX, '')]))
}

/** On a map of the country 内蒙古自治区 is written 内蒙古. */
const PROVINCE_SUFFIX = /(?:省|市|特别行政区|(?:壮族|回族|维吾尔)?自治区)(?=\n|$)/u
