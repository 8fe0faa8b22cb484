import { describe, expect, it } from 'vitest'
import type { BoardCard, BoardChange, BoardPart, BoardTwin } from '@contract/board'
import { changeLabel, drawnPoint, shownCard, shownChange, shownPoint } from './boardWords'
import { longestShare, shownPart } from './structureView'
import { differenceText, shownRegister } from './twinWords'

const change: BoardChange = {
  text: '+5.3%',
  value: '0.0530',
  kind: 'percent',
  basis: 'estimated',
  suppressed: null,
  note: '按现有数据推算',
  ref: 'ref',
}
const card: BoardCard = {
  id: 'revenue',
  name: '营业收入',
  form: 'money',
  unit: '万元',
  decimals: 2,
  value: '863999.5',
  suppressed: null,
  missing: null,
  ref: 'ref',
  period: '2025',
  change,
  spark: [],
  freshness: null,
  coverage: null,
}

describe('a card', () => {
  it.each([
    [{ form: 'money', value: '863999.5' }, '86.4', '亿元'],
    [{ form: 'money', value: '120' }, '120', '万元'],
    [{ form: 'money', value: '0' }, '0.0', '亿元'],
    [{ form: 'count', unit: '家', value: '12345' }, '12,345', '家'],
    [{ form: 'ratio', unit: '', decimals: 1, value: '0.36' }, '36.0', '%'],
    [{ form: 'number', unit: '亿元', decimals: 1, value: '9027.15' }, '9,027.2', '亿元'],
  ] as const)('%j reads %s %s', (own, text, unit) => {
    const { shown, unit: said } = shownCard({ ...card, ...own })
    expect([shown.text, said]).toEqual([text, unit])
  })

  it('has four looks that never meet', () => {
    const look = (own: Partial<BoardCard>) => shownCard({ ...card, ...own }).shown.look
    expect(look({ value: '0' })).toBe('zero')
    expect(look({ value: null, missing: '没有导入' })).toBe('missing')
    expect(look({ value: null, suppressed: 'few' })).toBe('suppressed')
    expect(shownChange(change).look).toBe('estimated')
    expect(shownChange({ ...change, basis: 'official' }).look).toBe('value')
    expect(shownChange({ ...change, text: null, note: '没有上年名录可比' })).toMatchObject({
      look: 'missing',
      text: '缺',
      reason: '没有上年名录可比',
    })
    expect(shownChange({ ...change, suppressed: 'dominant' }).text).toBe('不公布')
  })

  it('never calls 百分点 or a published growth by the name of the other', () => {
    expect(changeLabel(change)).toBe('同比')
    expect(changeLabel({ ...change, kind: 'points' })).toBe('较上年同期')
    expect(changeLabel({ ...change, basis: 'official' })).toBe('同比（官方）')
  })
})

it('draws no point where there is no number', () => {
  const point = { period: '2025', ref: null }
  expect(drawnPoint({ ...point, value: null, suppressed: null }, 'money')).toBeNull()
  expect(drawnPoint({ ...point, value: null, suppressed: 'few' }, 'money')).toBeNull()
  expect(drawnPoint({ ...point, value: '123456', suppressed: null }, 'money')).toBe(12.35)
  expect(shownPoint({ ...point, value: null, suppressed: null }, 'money').text).toBe('缺')
})

describe('a part of the chain', () => {
  const part: BoardPart = {
    kind: 'group',
    id: 'spindle',
    stage: 'up',
    name: '主轴',
    enterprises: 5,
    enterprisesRef: 'a',
    enterprisesShare: '0.2500',
    enterprisesShareRef: 'b',
    revenueWan: null,
    revenueReporting: 2,
    revenueRef: 'c',
    revenueShare: null,
    revenueShareRef: 'd',
    revenueSuppressed: 'few',
    revenueShareSuppressed: 'few',
  }

  it('that is not public has neither number nor bar, and its count stays', () => {
    const shown = shownPart(part, 'revenue')
    expect([shown.value.look, shown.share.look, shown.ratio]).toEqual(['suppressed', 'suppressed', null])
    expect(shownPart(part, 'enterprises')).toMatchObject({ ratio: 0.25, value: { text: '5 家' } })
  })

  it('is measured against the longest of the groups, not of the stages', () => {
    expect(longestShare([part, { ...part, kind: 'stage', enterprisesShare: '0.9' }], 'enterprises')).toBe(0.25)
  })
})

describe('the register beside a published total', () => {
  const official = {
    value: '9100',
    provider: '虚构统计局',
    dataClass: 'statistics' as const,
    publishedAt: '2026-01-01T00:00:00Z',
    asGiven: '9100',
    doubt: null,
    difference: '-1288',
    ratio: '-0.1415',
  }
  const twin: BoardTwin = {
    id: 'industrial-enterprises',
    name: '规上工业企业数',
    unit: '家',
    decimals: 0,
    period: '2025',
    register: { name: '名录合计', value: '7812', suppressed: null, missing: null, coverage: null, ref: 'ref' },
    official: [official],
    officialRef: 'ref',
    reasons: ['覆盖面'],
  }

  it('says how far apart they are, with the sign', () => {
    expect(differenceText(twin, official)).toBe('差 −1,288 家（−14.2%）')
    expect(differenceText(twin, { ...official, difference: '12', ratio: '0.0013' })).toBe('差 +12 家（+0.1%）')
    expect(differenceText(twin, { ...official, difference: null, ratio: null })).toBe('不能比较')
  })

  it('gives no difference of what is not public', () => {
    const hidden = { ...twin, register: { ...twin.register, value: null, suppressed: 'dominant' as const } }
    expect(differenceText(hidden, official)).toBe('差额不公布')
    expect(shownRegister(hidden).look).toBe('suppressed')
  })
})
