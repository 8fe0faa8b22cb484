import { regionBook } from '@server/catalogue'
import { demoCreditCode } from '@server/demo/creditCodes'
import { seededRandom } from './seededSample'

/** An invented firm: nothing in it is anybody's. */
export interface SyntheticEnterprise {
  creditCode: string
  name: string
  county: string
  countyName: string
  cityName: string
  products: string
  industryCode: string
  inStatScope: boolean
  /** 万元; null = 未报送. */
  revenueWan: string | null
}

const TRADES: readonly [trade: string, products: string, industryCode: string][] = [
  ['机床', '数控机床、立式加工中心', '3421'],
  ['轴承', '滚动轴承、机床主轴轴承', '3451'],
  ['菱镁', '电熔镁砂、镁碳砖', '3089'],
  ['制药', '化学药品制剂', '2720'],
  ['医疗器械', '医用影像设备', '3581'],
  ['涂料', '工业涂料、环氧树脂', '2641'],
  ['机器人', '工业机器人、减速器', '3491'],
  ['物流', '道路货物运输', '5430'],
  ['商贸', '五金交电批发、零售', '5174'],
  ['建筑', '房屋建筑工程施工', '4710'],
  ['餐饮', '餐饮服务', '6210'],
  ['农业', '粮食种植', '0111'],
]
const SIGNS = '恒瑞泰安华盛宏达兴隆鑫源永诚顺和嘉诺德昌荣博远景明正立中天海川'

/** Real registers are skewed: a few counties hold most firms. */
export function skewed(random: () => number, size: number): number {
  return Math.min(Math.floor(size * random() ** 2.2), size - 1)
}

/** The same sequence every time; at most a million. */
export function* syntheticEnterprises(count: number): Generator<SyntheticEnterprise> {
  const book = regionBook()
  const counties = book
    .children('210000')
    .flatMap((city) => book.children(city.code).map((county) => ({ city, county })))
  const random = seededRandom(20_260_101)
  const sign = () => [...SIGNS][Math.floor(random() * [...SIGNS].length)] ?? ''
  for (let serial = 0; serial < count; serial += 1) {
    const { city, county } = counties[skewed(random, counties.length)] ?? counties[0] ?? raise()
    const [trade, products, industryCode] = TRADES[Math.floor(random() * TRADES.length)] ?? TRADES[0] ?? raise()
    yield {
      creditCode: demoCreditCode(serial),
      name: `${city.shortName}${county.shortName}${sign()}${sign()}${sign()}${trade}有限公司`,
      county: county.code,
      countyName: county.name,
      cityName: city.name,
      products,
      industryCode,
      inStatScope: random() < 0.08,
      revenueWan: random() < 0.6 ? (10 ** (1 + 4 * random())).toFixed(2) : null,
    }
  }
}

function raise(): never {
  throw new Error('an empty list')
}
