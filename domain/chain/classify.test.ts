import { describe, expect, it } from 'vitest'
import { createClassifier, type ClassifierInput } from './classify'
import type { ChainNode, ChainPack } from './pack'

const node = (part: Partial<ChainNode> & Pick<ChainNode, 'id' | 'keywords'>): ChainNode => ({
  group: 'g',
  name: part.id,
  weight: 1,
  codes: [],
  ...part,
})

const pack = (id: string, nodes: ChainNode[]): ChainPack => ({
  id,
  name: id,
  edition: '1',
  asOf: '2026-11',
  summary: '',
  sources: [],
  stages: [],
  groups: [],
  nodes,
  edges: [],
})

const machines = pack('machines', [
  node({ id: 'accessory', keywords: ['机床附件', '卡盘'], codes: [{ code: '3425' }] }),
  node({
    id: 'cnc',
    keywords: ['数控机床', '加工中心'],
    weakKeywords: ['机床'],
    codes: [{ code: '3421', part: true }],
  }),
  node({ id: 'rail', keywords: ['直线导轨'], weakKeywords: ['导轨', '滑块'], excludes: ['窗帘导轨'] }),
  node({ id: 'device', keywords: ['量具生产', '量具零售'], excludes: ['玩具量具生产'] }),
  node({ id: 'repair', keywords: ['机床维修', '机床检测'], services: true }),
])
const stones = pack('stones', [
  node({ id: 'brick', keywords: ['镁砖', '镁碳砖', '𠅤石砖'] }),
  node({ id: 'buyer', keywords: ['加工中心'] }),
])

const classifier = createClassifier([machines, stones])
const nodesOf = (enterprise: Partial<ClassifierInput>) =>
  classifier
    .classify({ name: '某某有限公司', ...enterprise })
    .map((membership) => `${membership.chain}/${membership.node}`)

describe('createClassifier', () => {
  it.each([
    ['机床附件制造；钢材销售', ['machines/accessory']],
    ['卡盘、刀架、分度头制造、销售', ['machines/accessory']],
    ['机床附件、五金销售', []],
    ['销售：机床附件、镁砖', []],
    ['镁碳砖的研发、生产、销售', ['stones/brick']],
    ['镁砖研发；房屋租赁', ['stones/brick']],
    ['镁砖（仅限分支机构）生产', []],
    ['镁砖生产（筹建）', []],
    ['耐火制品生产（不含镁砖）', []],
    ['窗帘导轨、滑块制造', []],
    ['导轨、滑块制造', ['machines/rail']],
    ['导轨制造', []],
    ['数控机床附件制造', ['machines/accessory']],
    ['机床维修、保养', ['machines/repair']],
    ['机床制造技术咨询', []],
    ['加工中心制造', ['machines/cnc', 'stones/buyer']],
    ['𠅤石砖制造', ['stones/brick']],
    ['量具、家具生产', ['machines/device']],
    ['量具、家具制造', []],
    ['玩具量具、家具生产', []],
    ['机床成套设备维修用镁砖设备制造', []],
    ['处理本企业债权债务，镁砖', []],
    ['生产经营：除尘器、镁砖', ['stones/brick']],
    ['经营本企业生产所需的数控机床的进口业务', []],
  ])('places a firm with the scope %s on %j', (businessScope, expected) => {
    expect(nodesOf({ businessScope })).toEqual(expected)
  })

  it.each([
    ['沈阳机床附件厂', null, ['machines/accessory']],
    ['沈阳机床附件有限公司', null, ['machines/accessory']],
    ['沈阳机床附件经销有限公司', null, []],
    ['沈阳机床附件厂职工医院', null, []],
    ['沈阳卡盘商贸有限公司', '卡盘销售', []],
    ['沈阳金属制品厂', '卡盘，分度头', ['machines/accessory']],
    ['沈阳五金商贸有限公司', '卡盘，分度头', []],
    ['沈阳导轨有限公司', '导轨制造', ['machines/rail']],
    ['沈阳机械有限公司', '导轨制造', []],
    ['大石桥镁砖有限公司', '镁砖、建材销售', []],
    ['大石桥镁砖有限公司', '处理债权债务', []],
    ['沈阳五金经贸有限公司', '钢材、木材、水泥、五金、卡盘、化工产品、建材加工', []],
  ])('reads the name %s with the scope %s', (name, businessScope, expected) => {
    expect(nodesOf({ name, businessScope })).toEqual(expected)
  })

  it('believes the main products more than the business scope', () => {
    const [first] = classifier.classify({ name: '某厂', products: '镁砖', businessScope: '卡盘制造' })
    expect(first).toMatchObject({ node: 'brick', confidence: 0.9 })
  })

  it('takes the main products of a shop for its goods', () => {
    expect(nodesOf({ name: '某商贸有限公司', products: '镁砖' })).toEqual([])
    expect(nodesOf({ name: '某有限公司', products: '镁砖', businessScope: '建材销售' })).toEqual([])
  })

  it('lets a whole class decide, and a part of a class only with a second sign', () => {
    expect(nodesOf({ industryCode: 'C3425' })).toEqual(['machines/accessory'])
    expect(nodesOf({ industryCode: '3421' })).toEqual([])
    expect(nodesOf({ industryCode: '3421', businessScope: '机床制造' })).toEqual(['machines/cnc'])
  })

  it('explains itself with the clause and the code', () => {
    const [membership] = classifier.classify({
      name: '某某有限公司',
      businessScope: '卡盘、刀架制造',
      industryCode: '3425',
    })
    expect(membership?.reason).toBe('经营范围“卡盘…制造”含“卡盘”；行业代码3425相符')
    expect(membership?.confidence).toBe(0.9)
  })

  it('reads full-width letters and blanks between words', () => {
    const wide = createClassifier([pack('p', [node({ id: 'plc', keywords: ['PLC控制器'] })])])
    expect(wide.classify({ name: '某厂', businessScope: 'ＰＬＣ控制器　电缆 制造' })).toHaveLength(1)
  })

  it('discounts goods far down a list of a hundred', () => {
    const goods = Array.from({ length: 99 }, (_, i) => `货物${i}`)
    expect(nodesOf({ businessScope: `${goods.join('、')}、镁砖制造` })).toEqual([])
    expect(nodesOf({ businessScope: `镁砖、${goods.join('、')}制造` })).toEqual(['stones/brick'])
  })

  it('takes missing, empty and huge texts', () => {
    expect(nodesOf({ businessScope: null, products: undefined, industryCode: null })).toEqual([])
    expect(nodesOf({ name: '' })).toEqual([])
    expect(nodesOf({ businessScope: `镁砖制造；${'（、；销售'.repeat(20_000)}` })).toEqual(['stones/brick'])
  })

  it('honours another threshold', () => {
    const strict = createClassifier([machines], { threshold: 0.8 })
    expect(strict.classify({ name: '某某有限公司', businessScope: '机床附件制造' })).toEqual([])
  })
})
