import { describe, expect, it } from 'vitest'
import type { Batch, BatchReport } from '@contract/batches'
import { failureAdvice, nothingToPublish, publishSentences } from './publishWords'

const report: BatchReport = {
  sheet: null,
  otherSheets: [],
  encoding: null,
  headerRow: 1,
  columns: [],
  fields: [],
  droppedPersonal: [],
  notes: [],
  problems: [],
  known: 30,
  renamed: [{ creditCode: 'x', name: '新', earlierName: '旧' }],
  linked: 10,
}

const batch = (over: Partial<Batch>): Batch => ({
  id: '1',
  kind: 'register',
  fileName: '名录.xlsx',
  fileSize: 1,
  fileHash: '',
  province: '210000',
  provider: '某局',
  period: '2025',
  scope: 'all',
  dataClass: 'department',
  dataset: 'real',
  status: 'staged',
  createdAt: '',
  createdBy: '',
  publishedAt: null,
  withdrawnAt: null,
  progress: 1,
  sameAs: null,
  failure: null,
  report,
  counts: {
    rows: 106,
    accepted: 100,
    quarantined: 0,
    rejected: 4,
    duplicates: 2,
    located: { declared: 0, address: 0, code: 0, none: 0 },
  },
  ...over,
})

const COLUMN = {
  column: 0,
  header: 'a',
  field: null,
  period: null,
  unit: null,
  unitFrom: null,
  confidence: 0,
  how: 'none' as const,
  personal: false,
  question: null,
  samples: [],
}

describe('what publishing will do', () => {
  it('counts the new and the known enterprises, the renamed ones and what stays out', () => {
    const text = publishSentences(batch({})).join('')
    for (const part of ['100 行企业名录', '新增 70 家', '更新已有 30 家', '1 家企业将改用新名称', '6 行不进入'])
      expect(text).toContain(part)
    expect(text).not.toContain('放行')
  })

  it('mentions released rows only where there are rows to release', () => {
    const counts = { ...batch({}).counts, quarantined: 3 }
    expect(publishSentences(batch({ counts })).join('')).toContain('已人工放行')
  })

  it('warns of columns that still wait for an answer', () => {
    const asked = { ...COLUMN, field: 'revenue', question: '没有单位' }
    expect(publishSentences(batch({ report: { ...report, columns: [asked] } })).join('')).toContain('1 列尚待确认')
  })

  it('speaks of no enterprises for a list of honours', () => {
    expect(publishSentences(batch({ kind: 'honours' })).join('')).not.toContain('家企业')
  })

  it('has nothing to publish when every row was returned', () => {
    expect(nothingToPublish({ counts: { ...batch({}).counts, accepted: 0 } })).toBe(true)
  })
})

describe('advice on a failed file', () => {
  it('points at the mapping where columns were seen, and at the file otherwise', () => {
    expect(failureAdvice({ failure: null, report: { ...report, columns: [COLUMN] } })).toContain('指定各列')
    expect(failureAdvice({ failure: { code: 'encrypted', message: '' }, report: null })).toContain('重新上传')
  })
})
