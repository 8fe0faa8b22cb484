import type { DemoEnterprise } from './enterprises'
import { createRandom, type Random } from './random'

export interface DemoHonour {
  holder: DemoEnterprise
  title: string
  level: '国家' | '省'
  batch: string
  /** ISO dates; the title holds for three years. */
  grantedOn: string
  validFrom: string
  validTo: string
  status: '' | '撤销'
}

interface Programme {
  title: string
  level: '国家' | '省'
  /** Part of the eligible firms that hold it. */
  share: number
  /** Revenue (万元) of those it is meant for. */
  least: number
  most: number
  /** Month and day of the yearly grant. */
  grantDay: string
  /** Batch of the year 2022, where batches are numbered; otherwise they are called after the year. */
  batchOf2022?: number
}

const PROGRAMMES: readonly Programme[] = [
  {
    title: '国家级专精特新“小巨人”企业',
    level: '国家',
    share: 0.07,
    least: 5_000,
    most: 150_000,
    grantDay: '09-01',
    batchOf2022: 4,
  },
  { title: '省级专精特新中小企业', level: '省', share: 0.22, least: 1_500, most: 60_000, grantDay: '11-20' },
  {
    title: '制造业单项冠军企业',
    level: '国家',
    share: 0.08,
    least: 40_000,
    most: 2_000_000,
    grantDay: '12-05',
    batchOf2022: 7,
  },
  { title: '瞪羚企业', level: '省', share: 0.05, least: 2_000, most: 50_000, grantDay: '10-15' },
  { title: '创新型中小企业', level: '省', share: 0.12, least: 500, most: 20_000, grantDay: '06-30' },
  { title: '高新技术企业', level: '国家', share: 0.2, least: 800, most: 2_000_000, grantDay: '12-12' },
]

/** Those of 2022 have run out, those of 2023 run out within the year. */
const GRANT_YEARS = [
  [2022, 15],
  [2023, 25],
  [2024, 34],
  [2025, 26],
] as const
/** A title in a hundred is taken away again. */
const REVOKED = 0.01
const NUMERALS = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二']

export function demoHonours(enterprises: readonly DemoEnterprise[]): DemoHonour[] {
  const random = createRandom('honours')
  const later = createRandom('revoked honours')
  const eligible = enterprises.filter(({ seat }) => seat !== null && !seat.services)
  return PROGRAMMES.flatMap((programme) =>
    eligible
      .filter(({ size }) => size >= programme.least && size <= programme.most)
      .filter(() => random.chance(programme.share))
      .flatMap((holder) => grant(programme, holder, random))
      .map((honour) => ({ ...honour, status: later.chance(REVOKED) ? ('撤销' as const) : honour.status })),
  )
}

/** Empty when the firm was too young: a title asks for two years of business. */
function grant(programme: Programme, holder: DemoEnterprise, random: Random): DemoHonour[] {
  const year = random.weighted(GRANT_YEARS)
  if (Number(holder.registeredOn.slice(0, 4)) > year - 2) return []
  const grantedOn = `${year}-${programme.grantDay}`
  return [
    {
      holder,
      title: programme.title,
      level: programme.level,
      batch: programme.batchOf2022 ? `第${NUMERALS[programme.batchOf2022 + year - 2022] ?? ''}批` : `${year}年度`,
      grantedOn,
      validFrom: grantedOn,
      validTo: dayBefore(`${year + 3}-${programme.grantDay}`),
      status: '',
    },
  ]
}

function dayBefore(day: string): string {
  const date = new Date(`${day}T00:00:00Z`)
  date.setUTCDate(date.getUTCDate() - 1)
  return date.toISOString().slice(0, 10)
}
