import { shallowRef, watch } from 'vue'
import type { Comparison } from '@contract/compare'
import { fetchRegion } from '@/api/regions'
import { fullName } from './regionName'

/** Names of chosen regions before there is a comparison that names them; a code that is none keeps its digits. */
export function useRegionNames(codes: () => readonly string[], comparison: () => Comparison | undefined) {
  const fetched = shallowRef<ReadonlyMap<string, string>>(new Map())
  const asked = new Set<string>()
  const known = (code: string) => {
    const region = comparison()?.regions.find((one) => one.code === code)
    return region ? fullName(region) : fetched.value.get(code)
  }

  async function ask(code: string) {
    asked.add(code)
    try {
      const { name, path } = await fetchRegion(code)
      const city = path.find((step) => step.level === 'city' && step.code !== code)
      fetched.value = new Map(fetched.value).set(code, fullName({ cityName: city?.name ?? null, name }))
    } catch {
      // The comparison itself says what is wrong with the code.
      asked.delete(code)
    }
  }

  watch(
    codes,
    (now) => {
      for (const code of now) if (known(code) === undefined && !asked.has(code)) void ask(code)
    },
    { immediate: true },
  )
  return (code: string) => known(code) ?? code
}
