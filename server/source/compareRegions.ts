import type { Region } from '@domain/region/regionBook'
import { maySee, provinceOf, type SourceContext } from './context'
import { invalid, notFound, SourceFailure } from './failure'
import type { Principal } from './principal'

/** A region that can be compared: it has a province above it to be measured by. */
export interface Chosen {
  code: string
  name: string
  level: 'city' | 'county'
  cityName: string | null
  province: string
}

/** Refuses codes that are unknown, out of the principal's reach, or of no comparable level; each sentence names the code. */
export function chooseRegion(context: SourceContext, principal: Principal, code: string, field: string): Chosen {
  const region = context.regions.get(code)
  if (!region) throw notFound(`没有代码为 ${code} 的行政区划`, field)
  if (!maySee(context, principal, code))
    throw new SourceFailure('forbidden', `您的权限不含 ${region.name}（${code}）`, field)
  const { level } = region
  if (level !== 'city' && level !== 'county')
    throw invalid(`${region.name}（${code}）是省级，只能对比市、县（区）`, field)
  return { code, name: region.name, level, cityName: cityNameOf(context, region), province: provinceOf(code) }
}

/** Counties of one name are many (铁西区): the city tells which. */
export function cityNameOf({ regions }: SourceContext, { code, level }: Pick<Region, 'code' | 'level'>): string | null {
  if (level !== 'county') return null
  return regions.path(code).find((step) => step.level === 'city')?.name ?? null
}

/** What must be said of a choice of regions before its numbers are compared. */
export function choiceFootnotes(context: SourceContext, chosen: readonly Chosen[]): string[] {
  const notes: string[] = []
  if (new Set(chosen.map(({ level }) => level)).size > 1)
    notes.push('所选地区既有市又有县（区）：市的数字包含所辖县（区），规模类指标不宜直接比大小。')
  for (const city of chosen.filter(({ level }) => level === 'city')) {
    const own = chosen.filter(({ code }) => code !== city.code && context.regions.isWithin(code, city.code))
    if (own.length > 0)
      notes.push(`${own.map(({ name }) => name).join('、')}在${city.name}辖区内，两者的数字有重叠，不能相加。`)
  }
  const provinces = [...new Set(chosen.map(({ province }) => province))]
  if (provinces.length > 1) {
    const names = provinces.map((code) => context.regions.name(code)).join('、')
    notes.push(`所选地区分属${names}：区位商、位次、占比各以本省为参照，不同省之间不宜直接比大小。`)
  }
  return notes
}
