import { emptyCounts } from '../source/counts'
import { judgeMeasure } from '@domain/register/judgeMeasures'
import { fieldOf, type KindSpec } from '@domain/register/kinds'
import type { ColumnMapping, RawRow } from '@domain/register/mapping'
import { problemLabel } from '@domain/register/problemLabels'
import type { RowNature } from '@domain/register/rowNature'
import { quantityOf } from '@domain/register/settle'
import type { StagedRow } from '@domain/register/staged'
import { Decimal } from 'decimal.js'
import type { AnalysisCounts, NameConflict, ProblemCount, TotalCheck } from './summary'

const CONFLICTS_KEPT = 200
/** Printed totals are rounded: one part in ten thousand, or one unit, is agreement. */
const TOTAL_TOLERANCE = '0.0001'

const COUNTED = {
  accepted: 'accepted',
  quarantined: 'quarantined',
  rejected: 'rejected',
  duplicate: 'duplicates',
} as const

/** Counts rows as they pass. */
export class Tally {
  readonly counts: AnalysisCounts = emptyCounts()
  readonly skipped = { totals: 0, notes: 0, headers: 0, examples: 0 }
  readonly nameConflicts: NameConflict[] = []
  linked = 0
  private readonly problemCounts = new Map<string, ProblemCount>()
  private readonly sums = new Map<string, bigint>()
  private readonly formulas = new Map<number, number>()
  private total: RawRow | null = null

  constructor(
    private readonly kind: KindSpec,
    private readonly columns: ColumnMapping[],
    private readonly batchPeriod: string,
  ) {}

  add(staged: StagedRow, raw: RawRow): void {
    this.counts.rows += 1
    this.counts[COUNTED[staged.verdict]] += 1
    if (staged.verdict === 'accepted' || staged.verdict === 'quarantined') {
      this.counts.located[staged.locatedBy] += 1
      if (staged.memberships.length > 0) this.linked += 1
    }
    const codes = new Set<string>()
    for (const { code, level, message } of staged.problems) {
      if (code === 'duplicate-name' && this.nameConflicts.length < CONFLICTS_KEPT) {
        const { creditCode, row, name } = staged
        this.nameConflicts.push({ creditCode: creditCode ?? '', row, name: name ?? '', message })
      }
      if (codes.has(code)) continue
      codes.add(code)
      const known = this.problemCounts.get(code)
      if (known) known.rows += 1
      else this.problemCounts.set(code, { code, level, message: problemLabel(code), rows: 1, firstRow: staged.row })
    }
    for (const note of raw.notes ?? []) {
      if (note.kind === 'formula') this.formulas.set(note.column, (this.formulas.get(note.column) ?? 0) + 1)
    }
    this.sum(staged)
  }

  skip(nature: Exclude<RowNature, 'row' | 'blank'>, raw: RawRow): void {
    if (nature === 'total') {
      this.skipped.totals += 1
      if (raw.cells.some((cell) => /^(?:合\s*计|总\s*计)/u.test(cell.trim()))) this.total = raw
    } else if (nature === 'note') this.skipped.notes += 1
    else if (nature === 'header') this.skipped.headers += 1
    else this.skipped.examples += 1
  }

  private sum(staged: StagedRow): void {
    // Figures of a county and of its city do not add up to anything.
    if (this.kind.id === 'figures') return
    for (const { indicator, period, value } of staged.facts) this.addTo(`${indicator}@${period}`, value)
    const amount = staged.extra['amountWan']
    if (amount !== undefined) this.addTo('amount', amount)
  }

  /** Stored values have four places or none; whole ten-thousandths add without rounding. */
  private addTo(key: string, value: string): void {
    const [whole = '0', places = ''] = value.split('.')
    this.sums.set(key, (this.sums.get(key) ?? 0n) + BigInt(whole + places.padEnd(4, '0')))
  }

  problems(): ProblemCount[] {
    return [...this.problemCounts.values()].sort(
      (a, b) => Number(a.level === 'warning') - Number(b.level === 'warning') || b.rows - a.rows,
    )
  }

  totals(): TotalCheck[] {
    const { total } = this
    if (!total || this.kind.id === 'figures') return []
    return this.columns.flatMap((column, index) => {
      const field = fieldOf(this.kind, column.field ?? '')
      if (!field || quantityOf(field) === null) return []
      // 份额 adds up to nothing.
      if (!field.indicator && field.type !== 'money') return []
      const { value, unit } = judgeMeasure(total.cells[index] ?? '', column, field)
      if (value === null) return []
      const key = field.indicator ? `${field.indicator}@${column.period ?? this.batchPeriod}` : 'amount'
      return checkTotal(column.header, total.row, new Decimal(value), this.sums.get(key) ?? 0n, unit)
    })
  }

  notes(): string[] {
    const { totals, notes, headers, examples } = this.skipped
    const said = (count: number, what: string) =>
      count > 0 ? [`${what} ${count} 行，${this.kind.id === 'figures' ? '未收入' : '未计入企业'}`] : []
    return [
      ...said(totals, '合计、小计'),
      ...said(notes, '注释、填表信息'),
      ...said(headers, '重复的表头'),
      ...said(examples, '模板示例'),
      ...[...this.formulas].map(
        ([column, count]) =>
          `“${this.columns[column]?.header ?? ''}”列有 ${count} 个公式单元格，采用表格软件保存的计算结果`,
      ),
    ]
  }
}

function checkTotal(header: string, row: number, stated: Decimal, tenThousandths: bigint, unit: string): TotalCheck {
  const summed = new Decimal(tenThousandths.toString()).div(10_000)
  const allowed = Decimal.max(1, summed.abs().times(TOTAL_TOLERANCE))
  const agrees = stated.minus(summed).abs().lessThanOrEqualTo(allowed)
  return { header, row, stated: stated.toFixed(), summed: summed.toFixed(), unit, agrees }
}
