import { expect, it } from 'vitest'
import type { Brief, BriefFigure } from '@contract/brief'
import { moneyWords, quotientWords, shareWords } from '@domain/brief/amounts'
import { decimalText, revenueText, shareText } from '@/lib/format'
import { plainText, shownBriefFigure } from './briefWords'

it.each(['0', '3.2', '499.9', '500', '5499', '864000.0001', '123456789.5', '-20000'])(
  'the sentence and the screen round %s 万元 alike',
  (wan) => {
    const plain = (text: string) => text.replace(/[ 元]/gu, '')
    expect(plain(moneyWords(wan))).toBe(revenueText(wan))
  },
)

it('ratios and quotients are rounded as on the screens', () => {
  for (const value of ['0', '0.1235', '0.99995', '1.005', '2.675']) {
    expect(shareWords(value)).toBe(shareText(value))
    expect(quotientWords(value)).toBe(decimalText(value, 2, ''))
  }
})

const FIGURE: BriefFigure = {
  name: '营业收入',
  value: null,
  form: 'money',
  unit: '万元',
  decimals: null,
  suppressed: null,
  estimated: null,
  missing: '未报送',
  note: null,
  ref: 'r',
}

it('missing, suppressed and estimated figures never look alike', () => {
  expect(shownBriefFigure(FIGURE)).toMatchObject({ look: 'missing', text: '未报送' })
  expect(shownBriefFigure({ ...FIGURE, suppressed: 'few' })).toMatchObject({ look: 'suppressed', text: '不公布' })
  expect(shownBriefFigure({ ...FIGURE, value: '12000', estimated: '推算' })).toMatchObject({
    look: 'estimated',
    text: '1.2亿',
  })
})

it('the copied text carries its marks, its sources and that it is a demonstration', () => {
  const cite = { subject: '某市', value: '3 家', period: '2025年', basis: null }
  const brief: Brief = {
    view: {
      region: '210100',
      regionName: '沈阳市',
      chain: 'cnc-machine-tools',
      chainName: '数控机床',
      edition: '1',
      period: '2025',
      scope: 'all',
      mode: 'current',
      dataset: 'demo',
      version: 1,
      updatedAt: null,
      footnotes: [],
    },
    title: '沈阳市数控机床产业链',
    period: '2025',
    sentences: [
      {
        id: 'status',
        label: '现状',
        segments: [
          { text: '有企业 3 家', marks: [1, 2] },
          { text: '。', marks: [] },
        ],
      },
    ],
    citations: [
      { mark: 1, name: '企业数', ref: 'r', ...cite },
      { mark: 2, name: '名单', ref: null, ...cite, basis: '荣誉名单' },
    ],
    figures: [],
    nodes: [],
    method: [],
  }
  expect(plainText(brief).split('\n')).toEqual([
    '【演示数据：企业与数值均为生成，不得用于汇报】',
    '沈阳市数控机床产业链（2025 年）',
    '现状：有企业 3 家[1][2]。',
    '来源：',
    '[1] 企业数 3 家：某市，2025年',
    '[2] 名单 3 家：某市，2025年（荣誉名单）',
  ])
})
