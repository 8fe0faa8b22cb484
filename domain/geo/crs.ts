/**
 * 坐标系. CGCS2000 is the system that everything is stored in; WGS-84 (GPS) is treated as CGCS2000, from which it
 * differs by centimetres to decimetres. GCJ-02 (“火星坐标”) and BD-09 are the shifted systems of the map services.
 */
export type Crs = 'CGCS2000' | 'GCJ-02' | 'BD-09'

/** Degrees, longitude first. */
export type LngLat = [number, number]

/** 坐标系 as offered to the user, with where each is met. */
export const CRS_LABELS: Record<Crs, string> = {
  CGCS2000: 'CGCS2000（WGS-84、GPS、天地图）',
  'GCJ-02': 'GCJ-02（高德、腾讯）',
  'BD-09': 'BD-09（百度）',
}

export const CRS_IDS: Crs[] = ['CGCS2000', 'GCJ-02', 'BD-09']

/** The Krasovsky 1940 ellipsoid (1954 北京坐标系), which the shift is computed on. */
const SEMI_MAJOR_METRES = 6378245
const ECCENTRICITY_SQUARED = 0.00669342162296594
/** Outside this rough box round China no map service shifts anything. */
const SHIFTED = { west: 72.004, east: 137.8347, south: 0.8293, north: 55.8271 }
/** Degrees; the inverse stops below this, about a tenth of a millimetre. */
const CLOSE_ENOUGH = 1e-9
const MOST_ROUNDS = 30

const radians = (degrees: number) => (degrees * Math.PI) / 180
/** a·sin(πt) + b·sin(πt/k), two thirds of it: the waves that both polynomials are rippled with. */
const waves = (a: number, tA: number, b: number, tB: number) =>
  ((a * Math.sin(tA * Math.PI) + b * Math.sin(tB * Math.PI)) * 2) / 3

const isShifted = ([lng, lat]: LngLat) =>
  lng >= SHIFTED.west && lng <= SHIFTED.east && lat >= SHIFTED.south && lat <= SHIFTED.north

/** Metres of the shift, east and north; x and y are degrees from 105°E 35°N. */
function shiftMetres(x: number, y: number): [number, number] {
  const common = waves(20, 6 * x, 20, 2 * x)
  const root = Math.sqrt(Math.abs(x))
  const eastPlane = 300 + x + 2 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * root
  const northPlane = -100 + 2 * x + 3 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * root
  return [
    eastPlane + common + waves(20, x, 40, x / 3) + waves(150, x / 12, 300, x / 30),
    northPlane + common + waves(20, y, 40, y / 3) + waves(160, y / 12, 320, y / 30),
  ]
}

/**
 * The publicly known approximation of the GCJ-02 shift: a quadratic plane with sine ripples, taken as metres on the
 * Krasovsky ellipsoid and divided by the length of a degree there. It agrees with the map services to about a metre;
 * the official algorithm is not public.
 */
function shiftToGcj([lng, lat]: LngLat): LngLat {
  const [east, north] = shiftMetres(lng - 105, lat - 35)
  const flattening = 1 - ECCENTRICITY_SQUARED * Math.sin(radians(lat)) ** 2
  const meridian = (SEMI_MAJOR_METRES * (1 - ECCENTRICITY_SQUARED)) / flattening ** 1.5
  const parallel = (SEMI_MAJOR_METRES / Math.sqrt(flattening)) * Math.cos(radians(lat))
  return [lng + east / radians(parallel), lat + north / radians(meridian)]
}

/** The point whose shift ends here. The shift changes slowly, so repeating the correction converges in a few rounds. */
function invert(target: LngLat, shift: (point: LngLat) => LngLat, start: LngLat): LngLat {
  let [lng, lat] = start
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const [reachedLng, reachedLat] = shift([lng, lat])
    const missedLng = target[0] - reachedLng
    const missedLat = target[1] - reachedLat
    lng += missedLng
    lat += missedLat
    if (Math.abs(missedLng) < CLOSE_ENOUGH && Math.abs(missedLat) < CLOSE_ENOUGH) break
  }
  return [lng, lat]
}

/** BD-09 is GCJ-02 turned and stretched by a small ripple in polar form, then moved by a constant. */
const BD_OFFSET: LngLat = [0.0065, 0.006]
const BD_RIPPLE = 3000

/** `sign` 1 adds the ripple, -1 takes it off. */
function ripple([x, y]: LngLat, sign: 1 | -1): LngLat {
  const radius = Math.hypot(x, y) + sign * 0.00002 * Math.sin(radians(y * BD_RIPPLE))
  const angle = Math.atan2(y, x) + sign * 0.000003 * Math.cos(radians(x * BD_RIPPLE))
  return [radius * Math.cos(angle), radius * Math.sin(angle)]
}

function gcjToBd(point: LngLat): LngLat {
  const [x, y] = ripple(point, 1)
  return [x + BD_OFFSET[0], y + BD_OFFSET[1]]
}

const bdToGcj = ([lng, lat]: LngLat): LngLat => ripple([lng - BD_OFFSET[0], lat - BD_OFFSET[1]], -1)

/**
 * Degrees of any of the three systems as CGCS2000. Exact to well under a millimetre against `fromCgcs2000` for GCJ-02
 * and to under a metre for BD-09; against the map services themselves, to a few metres.
 */
export function toCgcs2000(point: LngLat, crs: Crs): LngLat {
  if (crs === 'CGCS2000' || !isShifted(point)) return point
  const gcj = crs === 'BD-09' ? bdToGcj(point) : point
  return invert(gcj, shiftToGcj, gcj)
}

/** CGCS2000 degrees in the system that a base map or an outline is drawn in. Display only: never store the result. */
export function fromCgcs2000(point: LngLat, crs: Crs): LngLat {
  if (crs === 'CGCS2000' || !isShifted(point)) return point
  const gcj = shiftToGcj(point)
  return crs === 'BD-09' ? gcjToBd(gcj) : gcj
}

/** What officials write for each system, after folding of width, case, spaces and hyphens. */
const WRITTEN: [Crs, RegExp][] = [
  ['BD-09', /百度|bd0?9(?:ll)?(?!mc)|bdmap|baidu|bd(?=lng|lon|lat)/gu],
  ['GCJ-02', /高德|腾讯|火星|国测局|gcj(?:0?2)?|amap|gaode|tencent/gu],
  [
    'CGCS2000',
    /cgcs(?:2000)?|(?:国家|大地)+2000|2000(?:国家|大地)+|天地图|wgs(?:19)?(?:84)?|gps|北斗|epsg:?(?:4490|4326)/gu,
  ],
]
/** Metres on a plane, or national systems of the last century: not degrees of any of the three. */
const OTHER_SYSTEM = /墨卡托|mercator|bd0?9mc|高斯|北京(?:19)?54|西安(?:19)?80|(?:54|80)坐标|地方坐标|独立坐标/u

const folded = (text: string) =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_\-—–]/gu, '')

/** 坐标系 as written in a heading, a cell or a note; null when nothing, two systems or another system is named. */
export function crsOf(text: string): Crs | null {
  const written = folded(text)
  if (OTHER_SYSTEM.test(written)) return null
  const named = WRITTEN.filter(([, pattern]) => written.search(pattern) >= 0)
  return named.length === 1 ? (named[0]?.[0] ?? null) : null
}

/** A system that cannot be converted here is named: 西安80, 北京54, 高斯投影 … */
export function isOtherCrs(text: string): boolean {
  return OTHER_SYSTEM.test(folded(text))
}

/** 百度地图经度, 经度（GCJ-02） → 经度: what is left of a heading when the name of the system is taken out. */
export function withoutCrs(text: string): string {
  return WRITTEN.reduce((rest, [, pattern]) => rest.replace(pattern, ''), folded(text)).replace(
    /地图|坐标系统?|[()[\]【】/、,;:：]/gu,
    '',
  )
}
