import { describe, expect, it } from 'vitest'
import type { ColumnMapping, FieldChoice } from '@contract/batches'
import {
  assignField,
  columnLetter,
  doubledFields,
  isBlank,
  draftsOf,
  isChanged,
  mappingRequest,
  missingRequired,
  needsAnswer,
  sheetRequest,
  unitsOf,
} from './mappingModel'
import { unitLabel } from './unitWords'

const FIELDS: FieldChoice[] = [
  { id: 'name', name: '企业名称', required: true, measured: false, units: [] },
  { id: 'creditCode', name: '统一社会信用代码', required: true, measured: false, units: [] },
  { id: 'revenue', name: '营业收入', required: false, measured: true, units: ['元', '万元', '亿元'] },
  { id: 'lng', name: '经度', required: false, measured: false, units: ['CGCS2000', 'GCJ-02', 'BD-09'] },
]

const column = (index: number, over: Partial<ColumnMapping>): ColumnMapping => ({
  column: index,
  header: `列${index}`,
  field: null,
  period: null,
  unit: null,
  unitFrom: null,
  confidence: 0,
  how: 'none',
  personal: false,
  question: null,
  samples: [],
  ...over,
})

const COLUMNS = [
  column(0, { field: 'name', how: 'alias' }),
  column(1, { field: 'creditCode', how: 'saved' }),
  column(2, { field: 'revenue', how: 'alias', period: '2024', question: '没有单位，请选择' }),
  column(3, { personal: true, header: '联系电话' }),
]

const edit = (index: number, field: string, over: object = {}) =>
  draftsOf(COLUMNS).map((draft) => (draft.column === index ? { ...assignField(draft, field, FIELDS), ...over } : draft))

describe('the mapping editor', () => {
  it('starts unchanged and complete', () => {
    const drafts = draftsOf(COLUMNS)
    expect([isChanged(drafts, COLUMNS), missingRequired(drafts, FIELDS), doubledFields(drafts, FIELDS)]).toEqual([
      false,
      [],
      [],
    ])
  })

  it('names the required fields that lost their column', () => {
    expect(missingRequired(edit(0, ''), FIELDS)).toEqual(['企业名称'])
  })

  it('notices two columns for one field, and lets measured ones differ in period', () => {
    expect(doubledFields(edit(0, 'creditCode'), FIELDS)).toEqual(['统一社会信用代码'])
    expect(doubledFields(edit(0, 'revenue', { period: '2023' }), FIELDS)).toEqual([])
    expect(doubledFields(edit(0, 'revenue', { period: '2024' }), FIELDS)).toEqual(['营业收入'])
  })

  it('forgets the unit of a field that has none', () => {
    const [, , revenue] = edit(2, 'name', {})
    expect(revenue).toMatchObject({ unit: '', period: '' })
  })

  it('offers a coordinate its systems by name, and no period', () => {
    const [, , lng] = edit(2, 'lng', {})
    expect(lng).toMatchObject({ field: 'lng', unit: '', period: '' })
    expect(unitsOf('lng', FIELDS).map(unitLabel)).toEqual([
      'CGCS2000（WGS-84、GPS、天地图）',
      'GCJ-02（高德、腾讯）',
      'BD-09（百度）',
    ])
    expect(unitLabel('万元')).toBe('万元')
  })

  it('keeps a question open until it is answered', () => {
    const open = (drafts: ReturnType<typeof draftsOf>) => drafts.filter((draft) => needsAnswer(draft, COLUMNS)).length
    expect([open(draftsOf(COLUMNS)), open(edit(2, 'revenue', { unit: '万元' })), open(edit(2, ''))]).toEqual([1, 0, 0])
  })

  it('sends what was decided by a person or by memory, and nothing personal', () => {
    expect(mappingRequest(edit(2, 'revenue', { unit: '万元' }), COLUMNS, { remember: true, headerRow: 3 })).toEqual({
      columns: [
        { column: 1, field: 'creditCode' },
        { column: 2, field: 'revenue', period: '2024', unit: '万元' },
      ],
      remember: true,
      headerRow: 3,
    })
  })

  it('passes over columns that hold nothing at all', () => {
    const [empty, filled] = draftsOf([column(0, { header: '' }), column(1, { header: '', samples: ['x'] })])
    expect([empty && isBlank(empty), filled && isBlank(filled)]).toEqual([true, false])
  })

  it('remembers nothing when nothing was decided', () => {
    const plain = [column(0, { field: 'name', how: 'alias' })]
    expect(mappingRequest(draftsOf(plain), plain, { remember: true, headerRow: null })).toEqual({
      columns: [{ column: 16_383, field: null }],
      remember: false,
    })
    expect(sheetRequest('表2')).toMatchObject({ sheet: '表2', remember: false })
  })

  it.each([
    [0, 'A'],
    [25, 'Z'],
    [26, 'AA'],
    [701, 'ZZ'],
    [702, 'AAA'],
  ])('letters column %i as %s', (index, letter) => {
    expect(columnLetter(index)).toBe(letter)
  })
})
