import type { Concentration, CrReading, HhiReading } from '@contract/analysisParts'
import type { CellValue } from '../sheet/cells'
import type { SheetColumn } from '../sheet/sheetXml'
import { SUPPLY_RINGS, zoneOf, type SupplyRing, type SupplyZone } from '@domain/indicator/localSupply'
import { analysisWorkbookOf, cellOf } from './analysisSheets'
import type { Exporter, Workbook } from './workbook'

const RATIO_COLUMNS: SheetColumn[] = [
  { header: '指标', type: 'text', width: 34 },
  { header: '数值', type: 'percent', width: 16 },
  { header: '分子', type: 'number', width: 18 },
  { header: '分母', type: 'number', width: 18 },
  { header: '说明', type: 'wrapped', width: 60 },
]
const INDEX_COLUMNS: SheetColumn[] = [
  { header: '指标', type: 'text', width: 34 },
  { header: '下限', type: 'number', width: 14 },
  { header: '上限', type: 'number', width: 14 },
  { header: '说明', type: 'wrapped', width: 60 },
]

const RINGS: Record<SupplyRing, string> = {
  county: '本县',
  city: '本市其他县',
  province: '本省其他市',
  outside: '省外',
  unknown: '所在地不明',
}
const ZONES: Record<SupplyZone, string> = { county: '本县', city: '本市', province: '本省' }

export function concentrationWorkbook(answer: Concentration, exporter: Exporter): Workbook {
  const sheets = [
    { name: '集中度', notes: [answer.bandNote], columns: INDEX_COLUMNS, rows: indexRows(answer) },
    { name: '份额与密度', columns: RATIO_COLUMNS, rows: ratioRows(answer) },
    { name: '本地配套率', notes: supplyNotes(answer), columns: RATIO_COLUMNS, rows: supplyRows(answer) },
    { name: '采购所在地', columns: RING_COLUMNS, rows: ringRows(answer) },
  ]
  return analysisWorkbookOf(answer, { title: '集中度与配套', unit: '%、家、万元', sheets }, exporter)
}

const LEVELS = { city: '市', county: '县' } as const

function indexRows({ byEnterprise, byRegion, enterprises, reporting }: Concentration): CellValue[][] {
  const { hhi, withUnreported } = byEnterprise
  return [
    hhiRow('HHI（按企业）', hhi, `已报送 ${reporting} 家，共 ${enterprises} 家`),
    ...(withUnreported
      ? [
          [
            'HHI（计入未报送，推算）',
            withUnreported.lower,
            withUnreported.upper,
            '假定未报送的每家在 0 与已报送企业的平均数之间',
          ],
        ]
      : []),
    ...(byRegion
      ? [
          hhiRow(
            `HHI（按${LEVELS[byRegion.level]}）`,
            byRegion.hhi,
            `${byRegion.counted} 个地区，按${byRegion.basis === 'revenue' ? '营业收入' : '企业数'}`,
          ),
        ]
      : []),
  ]
}

const hhiRow = (name: string, { bounds, suppressed, missing }: HhiReading, note: string): CellValue[] => [
  name,
  cellOf({ value: bounds?.lower ?? null, suppressed, missing }),
  cellOf({ value: bounds?.upper ?? null, suppressed, missing }),
  note,
]

function ratioRows({ byEnterprise, byRegion, density }: Concentration): CellValue[][] {
  const cr = ({ n, share, suppressed, missing }: CrReading): CellValue[] => [
    `CR${n}（最大 ${n} 家份额）`,
    cellOf({ value: share, suppressed, missing }),
    '—',
    '—',
    '',
  ]
  const { specialised, aboveScale, perAboveScale, perYi, revenueWan, suppressed, missing } = density
  return [
    ...byEnterprise.shares.map(cr),
    ...(byRegion?.regions ?? []).map((own): CellValue[] => [
      `${own.name}份额`,
      cellOf({ value: own.share, suppressed: own.suppressed }),
      '—',
      '—',
      byRegion?.basis === 'revenue' ? '按营业收入' : '按企业数',
    ]),
    [
      '专精特新密度',
      cellOf({ value: perAboveScale, missing }),
      cellOf({ value: specialised, missing }),
      cellOf({ value: aboveScale, missing: '未报送' }),
      '专精特新企业数 ÷ 规上企业数',
    ],
    [
      '专精特新企业（家）÷ 营业收入（万元）',
      '见说明',
      cellOf({ value: specialised, missing }),
      cellOf({ value: revenueWan, suppressed, missing: '未报送' }),
      `每亿元 ${String(cellOf({ value: perYi, suppressed, missing: missing ?? '—' }))} 家`,
    ],
  ]
}

const supplyNotes = ({ supply }: Concentration) => [
  `${supply.year} 年，${supply.leaders} 家链主有采购记录${supply.leadersAll === null ? '' : `，共 ${supply.leadersAll} 家链主`}`,
  ...(supply.missing ? [supply.missing] : []),
  ...(supply.withoutAmount > 0 ? [`${supply.withoutAmount} 条采购没有金额，只计入按供应商数的配套率`] : []),
]

function supplyRows({ supply }: Concentration): CellValue[][] {
  const { suppliers, amounts, amountSuppressed, missing, rates } = supply
  const rate = (
    basis: string,
    zone: SupplyZone,
    value: string | null,
    hidden: typeof amountSuppressed,
  ): CellValue[] => [
    `${ZONES[zone]}配套率（按${basis}）`,
    cellOf({ value, suppressed: hidden, missing: missing ?? '没有金额' }),
    ...(basis === '供应商数' ? partsOf(suppliers, zone) : amounts ? partsOf(amounts, zone) : ['—', '—']),
    basis === '供应商数' ? '家' : '万元',
  ]
  return rates.flatMap(({ zone, byCount, byAmount }) => [
    rate('供应商数', zone, byCount, null),
    rate('采购额', zone, byAmount, amountSuppressed),
  ])
}

/** Numerator and denominator as the rate takes them. */
function partsOf(rings: Record<SupplyRing, string | number>, zone: SupplyZone): CellValue[] {
  const { local, whole } = zoneOf(rings, zone)
  return [local.toFixed(), whole.toFixed()]
}

const RING_COLUMNS: SheetColumn[] = [
  { header: '供应商所在地', type: 'text', width: 20 },
  { header: '供应商（家）', type: 'integer', width: 14 },
  { header: '采购额（万元）', type: 'amount', width: 18 },
]

const ringRows = ({ supply }: Concentration): CellValue[][] =>
  SUPPLY_RINGS.map((ring) => [
    RINGS[ring],
    supply.suppliers[ring],
    cellOf({ value: supply.amounts?.[ring] ?? null, suppressed: supply.amountSuppressed, missing: '没有金额' }),
  ])
