import { EVIDENCE_NAMES } from '@contract/supply'
import type { Snapshot, SnapshotComparison } from '@contract/supplySnapshots'
import type { CellValue } from '../sheet/cells'
import { safeFileName } from '../sheet/names'
import type { SheetColumn } from '../sheet/sheetXml'
import { DEMO_NOTE, footerOf, localMinute, type Exporter, type Workbook } from './workbook'

type Edge = SnapshotComparison['edges'][number]

const CHANGES: Record<Edge['change'], string> = { new: '新增', gone: '消失', changed: '改变' }

const COLUMNS: SheetColumn[] = [
  { header: '变化', type: 'text', width: 8 },
  { header: '供方', type: 'text', width: 36 },
  { header: '供方信用代码', type: 'code' },
  { header: '需方', type: 'text', width: 36 },
  { header: '需方信用代码', type: 'code' },
  { header: '产品', type: 'text', width: 24 },
  { header: '原金额（万元）', type: 'amount' },
  { header: '现金额（万元）', type: 'amount' },
  { header: '原份额（%）', type: 'number', width: 12 },
  { header: '现份额（%）', type: 'number', width: 12 },
  { header: '原证据', type: 'text', width: 12 },
  { header: '现证据', type: 'text', width: 12 },
]

/** 新增、消失、改变的供应关系 between a snapshot and another, or now. */
export function snapshotWorkbook(comparison: SnapshotComparison, exporter: Exporter): Workbook {
  const { regionName, dataset, before, after, counts, same, edges, updatedAt } = comparison
  const isDemo = dataset === 'demo'
  const footer = footerOf(exporter)
  const notes = [
    ...(isDemo ? [DEMO_NOTE] : []),
    `从：${sideText(before)}`,
    `到：${after ? sideText(after) : `现在（数据截至 ${updatedAt ? localMinute(new Date(updatedAt)) : '—'}），按同样条件再走一遍`}`,
    `新增 ${counts.new} 条，消失 ${counts.gone} 条，改变 ${counts.changed} 条，未变 ${same} 条；“—”：没有报送，不是 0`,
  ]
  const name = [regionName, before.firmName, '供应网络变化', before.name, ...(isDemo ? ['演示数据'] : [])]
  return {
    fileName: safeFileName(name, exporter.at, 'xlsx'),
    sheets: [
      {
        name: '变化',
        title: `${before.firmName}供应网络的变化`,
        notes,
        columns: COLUMNS,
        rows: edges.map(cells),
        footer,
      },
    ],
  }
}

const sideText = ({ name, createdAt, createdBy, scopeText, edges }: Snapshot) =>
  `快照“${name}”（${localMinute(new Date(createdAt))}，${createdBy}；${scopeText}；${edges} 条关系）`

const codeOf = (id: string) => (id.startsWith('name:') ? '—' : id)

const cells = ({ change, supplier, supplierName, buyer, buyerName, product, before, after }: Edge): CellValue[] => [
  CHANGES[change],
  supplierName,
  codeOf(supplier),
  buyerName,
  codeOf(buyer),
  product ?? '—',
  before?.amountWan ?? '—',
  after?.amountWan ?? '—',
  before?.sharePercent ?? '—',
  after?.sharePercent ?? '—',
  before ? EVIDENCE_NAMES[before.evidence] : '—',
  after ? EVIDENCE_NAMES[after.evidence] : '—',
]
