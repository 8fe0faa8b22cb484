import type { RegionBook } from '@domain/region/regionBook'
import { csvFile, type Cell } from './csvFile'
import type { DemoEnterprise } from './enterprises'
import { createRandom } from './random'

const HEADINGS = ['区划代码', '地区', '年份', '规上工业企业数（家）', '规上工业营业收入（亿元）']
const WAN_PER_YI = 10_000

/** Mining, manufacturing and utilities of GB/T 4754; a firm without a code counts as industry. */
const isIndustry = (code: string) => code === '' || (code.slice(0, 2) >= '06' && code.slice(0, 2) <= '46')

/** 官方总数 that nobody published: a little more than the register adds up to, as a register never has them all. */
export function demoOfficialTotals(
  enterprises: readonly DemoEnterprise[],
  regions: RegionBook,
  province: string,
  year: string,
): Uint8Array {
  const inScope = enterprises.filter(
    ({ inStatScope, industryCode }) => inStatScope === '是' && isIndustry(industryCode),
  )
  const cities = regions.children(province).map(({ code, name }) => ({
    code,
    name,
    ...totalsOf(
      inScope.filter(({ county }) => county.city === name),
      code,
    ),
  }))
  const sum = (of: (city: (typeof cities)[number]) => number) => cities.reduce((total, city) => total + of(city), 0)
  const whole = {
    code: province,
    name: regions.name(province),
    firms: sum(({ firms }) => firms),
    yi: sum(({ yi }) => yi),
  }
  const rows = [whole, ...cities].map(({ code, name, firms, yi }): Cell[] => [
    code,
    name,
    year,
    firms,
    (yi / 100).toFixed(2),
  ])
  return csvFile(HEADINGS, rows)
}

/** Revenue in hundredths of 亿元, so that the cities add up to the province. */
function totalsOf(firms: readonly DemoEnterprise[], code: string) {
  const random = createRandom(`official totals of ${code}`)
  const revenue = firms.reduce((sum, { years }) => sum + Number(years[years.length - 1]?.revenue ?? 0), 0)
  return {
    firms: Math.round(firms.length * random.between(1.04, 1.16)),
    yi: Math.round((revenue / WAN_PER_YI) * random.between(1.05, 1.2) * 100),
  }
}
