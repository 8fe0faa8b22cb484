import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { benchRegionSwitch } from './clusterMapSwitch'
import { benchExport } from './export'
import { benchFirstScreen } from './firstScreen'
import { benchImport } from './import'
import { printLoad, printMachine } from './machine'
import { benchIndicators } from './indicators'
import { benchPanoramaApi } from './panoramaApi'
import { benchPoints } from './points'
import { benchSupplyApi } from './supplyApi'
import { benchSupplyMounts } from './supplyPageMounts'

/* `npm run bench [-- classify import …]`: all parts or the named ones; measures, prints, asserts nothing. */

/** A part that is a program of its own. */
const program = (file: string) => () => {
  spawnSync(process.execPath, ['--import', 'tsx', fileURLToPath(new URL(file, import.meta.url))], { stdio: 'inherit' })
}

const PARTS: Record<string, () => Promise<void> | void> = {
  classify: program('./classify.ts'),
  import: benchImport,
  panoramaApi: benchPanoramaApi,
  points: benchPoints,
  export: benchExport,
  indicators: benchIndicators,
  firstScreen: benchFirstScreen,
  panorama: program('./panorama.ts'),
  clusterMap: program('./clusterMap.ts'),
  regionSwitch: benchRegionSwitch,
  supplyNetwork: program('./supplyNetwork.ts'),
  supplyApi: benchSupplyApi,
  supplyMounts: benchSupplyMounts,
  supplyGraph: program('./supplyGraph.ts'),
}

const wanted = process.argv.slice(2)
printMachine()
for (const [name, measure] of Object.entries(PARTS)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue
  console.log(`\n${name}`)
  printLoad()
  await measure()
}
