import { describe, expect, it } from 'vitest'
import { draftFault, fieldsOf, type BoundaryDraft } from './boundaryForm'

const file = { name: '辽宁.geojson', size: 1000 }
const draft: BoundaryDraft = {
  province: '210000',
  crs: 'CGCS2000',
  reviewNumber: '辽S(2023)12号',
  source: '省自然资源厅',
  sourceDate: '2024-06-30',
  allowMissing: false,
}

describe('the form for official outlines', () => {
  it('may be sent when it is complete, with or without 审图号', () => {
    expect(draftFault(draft, file)).toBeNull()
    expect(draftFault({ ...draft, reviewNumber: ' ' }, file)).toBeNull()
    expect(fieldsOf({ ...draft, reviewNumber: ' ' })).not.toHaveProperty('reviewNumber')
  })

  it.each([
    ['no file', {}, null, '请选择界线文件'],
    ['a shapefile', {}, { name: 'a.zip', size: 9 }, 'GeoJSON'],
    ['a table', {}, { name: 'a.xlsx', size: 9 }, '.geojson'],
    ['too large a file', {}, { name: 'a.json', size: 70 * 1024 * 1024 }, '60 MB'],
    ['no system', { crs: '' as const }, file, '坐标系'],
    ['a 审图号 in words', { reviewNumber: '已送审' }, file, '审图号'],
    ['no source', { source: ' ' }, file, '来源'],
    ['no date', { sourceDate: '' }, file, '资料日期'],
    ['a day that is none', { sourceDate: '2024-02-30' }, file, '没有这一天'],
  ])('says what is wrong with %s', (_what, part, given, words) => {
    expect(draftFault({ ...draft, ...part }, given)).toContain(words)
  })

  it.each([
    'GS(2024)0650号',
    'GS（2024）0650号',
    'GS京(2022)0001号',
    '辽S(2023)12号',
    '渝S（2024）第003号',
    '沈S(2023)1号',
  ])('takes %s as 审图号', (reviewNumber) => expect(draftFault({ ...draft, reviewNumber }, file)).toBeNull())
})
