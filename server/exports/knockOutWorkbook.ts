import type { KnockOut } from '@contract/knockOut'
import { atRiskBySide } from '@domain/supply/atRiskBySide'
import type { CellValue } from '../sheet/cells'
import { safeFileName } from '../sheet/names'
import type { SheetColumn } from '../sheet/sheetXml'
import { hitSheet, regionSheet, sourceSheet, substituteSheet, type KnockOutSheet } from './knockOutSheets'
import { MODES } from '../source/method'
import { DEMO_NOTE, footerOf, localMinute, type Exporter, type Workbook } from './workbook'

/** Stands on every sheet: a table torn from the others must still say what it is. */
export const KNOCK_OUT_BANNER = '推演，非预测：按所列假设计算，不代表将要发生，不写入任何数据'

/** 推演停摆 as tables: assumptions, sums, every firm, counties, lost sources, substitutes. `result` names all firms hit. */
export function knockOutWorkbook(result: KnockOut, exporter: Exporter): Workbook {
  const { regionName, year, mode, dataset, updatedAt, targets } = result
  const isDemo = dataset === 'demo'
  const stopped = targets.map(({ name }) => name).join('、')
  const notes = [
    KNOCK_OUT_BANNER,
    ...(isDemo ? [DEMO_NOTE] : []),
    `停摆对象：${stopped}　${result.assumptions.days} 天　减产 ${result.assumptions.cutPercent}%`,
    `供应关系期别：${year ?? '—'}　区划：${MODES[mode]}　单位：万元　数据截至：${updatedAt ? localMinute(new Date(updatedAt)) : '—'}`,
  ]
  const footer = footerOf(exporter)
  const sheets = [
    assumptionSheet(result),
    sumSheet(result),
    hitSheet(result),
    regionSheet(result),
    sourceSheet(result),
    substituteSheet(result),
  ]
  return {
    fileName: safeFileName(
      [regionName, '推演停摆', targets[0]?.name ?? '', year ?? '', '推演非预测', ...(isDemo ? ['演示数据'] : [])],
      exporter.at,
      'xlsx',
    ),
    sheets: sheets.map(({ notes: own = [], ...sheet }) => ({
      ...sheet,
      title: `${regionName}推演停摆：${sheet.name}`,
      notes: [...notes, ...own],
      footer,
    })),
  }
}

const PAIRS: SheetColumn[] = [
  { header: '项目', type: 'text', width: 30 },
  { header: '内容', type: 'wrapped', width: 100 },
]

function assumptionSheet({ assumptions, targets, method }: KnockOut): KnockOutSheet {
  const { days, cutPercent, passUp, passDown, spare, tiers } = assumptions
  const rows: CellValue[][] = [
    ...targets.map(({ name, firms }): CellValue[] => ['停摆对象', `${name}（${firms} 家）`]),
    ['天数', `${days} 天`],
    ['减产', `${cutPercent}%`],
    ['向上游传导系数 α', String(passUp)],
    ['向下游传导系数 β', String(passDown)],
    ['增供系数 ρ', String(spare)],
    ['推演层级', `${tiers} 级`],
    ...method.map((text): CellValue[] => ['说明', text]),
  ]
  return { name: '假设与说明', columns: PAIRS, rows }
}

function sumSheet({ stopped, hit, atRiskWan, unknownAmounts, byTier, assumptions }: KnockOut): KnockOutSheet {
  const columns: SheetColumn[] = [
    { header: '层级', type: 'text', width: 14 },
    { header: '断单的供应商（家）', type: 'integer', width: 18 },
    { header: '缺料的买方（家）', type: 'integer', width: 18 },
    { header: '供应商风险收入（万元）', type: 'amount', width: 24 },
    { header: '买方风险收入（万元）', type: 'amount', width: 24 },
  ]
  const { lostOrdersWan, shortageWan } = atRiskBySide(atRiskWan, byTier)
  const passed = assumptions.passUp > 0 && assumptions.tiers > 1 ? `，再按 α=${assumptions.passUp} 逐级传导` : ''
  const notes = [
    `停摆 ${stopped} 家，波及 ${hit} 家，风险收入合计 ${atRiskWan} 万元（推演）`,
    `其中上游断单 ${lostOrdersWan} 万元：按已知供货额，线性${passed}`,
    `其中下游缺料 ${shortageWan} 万元：上限，最缺的一种投入决定产出，不计库存；既断单又缺料的企业取较大的一个，计在这里`,
    `另有 ${unknownAmounts} 家没有收入也没有已知销售额，风险收入不知道，没有计入合计`,
    '下表里，一家企业既断单又缺料的，两边各数一次，合计只计一次',
  ]
  const rows = byTier.map(({ tier, suppliers, buyers, suppliersWan, buyersWan }): CellValue[] => [
    `第 ${tier} 级`,
    suppliers,
    buyers,
    suppliersWan,
    buyersWan,
  ])
  return { name: '汇总', columns, rows, notes }
}
