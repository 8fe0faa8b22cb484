import { benchFirstScreen } from './firstScreen'
import { benchImport } from './import'
import { printLoad, printMachine } from './machine'
import { benchPanoramaApi } from './panoramaApi'

/* `npm run bench [-- import | panoramaApi | firstScreen …]`: measures, prints, asserts nothing. */

const PARTS: Record<string, () => Promise<void>> = {
  import: benchImport,
  panoramaApi: benchPanoramaApi,
  firstScreen: benchFirstScreen,
}

const wanted = process.argv.slice(2)
printMachine()
for (const [name, measure] of Object.entries(PARTS)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue
  console.log(`\n${name}`)
  printLoad()
  await measure()
}
