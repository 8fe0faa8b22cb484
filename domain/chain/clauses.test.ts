import { describe, expect, it } from 'vitest'
import { splitClauses } from './clauses'
import { toMatchText } from './matchText'

/** `goods:activity` for every clause, with ! excluded, ~ branch only, ? planned. */
function read(scope: string): string[] {
  const text = toMatchText(scope)
  const marks = { excluded: '!', 'branch-only': '~', planned: '?' }
  return splitClauses(text).map((clause) => {
    const goods = text.slice(clause.start, clause.end)
    return `${goods}:${clause.activity}${clause.reservation ? marks[clause.reservation] : ''}`
  })
}

describe('splitClauses', () => {
  it.each([
    ['机床附件制造', ['机床附件制造:produce']],
    ['卡盘、刀架、丝杠制造、销售', ['卡盘:produce', '刀架:produce', '丝杠制造:produce', '销售:trade']],
    ['卡盘、刀架销售', ['卡盘:trade', '刀架销售:trade']],
    ['销售：钢材、机床、木材', ['销售:trade', '钢材:trade', '机床:trade', '木材:trade']],
    ['生产车床、铣床', ['生产车床:produce', '铣床:produce']],
    ['发光粉的研究、开发、生产、销售', ['发光粉的研究:produce', '开发:develop', '生产:produce', '销售:trade']],
    ['批发、零售：五金、轴承', ['批发:trade', '零售:trade', '五金:trade', '轴承:trade']],
    ['研发、销售化工助剂', ['研发:develop', '销售化工助剂:develop']],
    ['五金销售；机床制造', ['五金销售:trade', '机床制造:produce']],
    ['五金批发，机床配件加工', ['五金批发:trade', '机床配件加工:produce']],
    ['加工服装.经销针织品、棉纱', ['加工服装:produce', '经销针织品:trade', '棉纱:trade']],
    ['加工中心、数控车床制造', ['加工中心:produce', '数控车床制造:produce']],
    ['立式加工中心销售', ['立式加工中心销售:trade']],
    ['加工机械销售', ['加工机械销售:trade']],
    ['机床技术服务', ['机床技术服务:service']],
    ['减速机设计、制造及维修', ['减速机设计:produce', '制造及维修:produce']],
    ['凸轮轴，曲轴', ['凸轮轴:none', '曲轴:none']],
    ['０.５吨以下砝码制造', ['0.5吨以下砝码制造:produce']],
    ['车床 铣床 制造', ['车床:produce', '铣床:produce', '制造:produce']],
  ])('reads the activity of each item of %s', (scope, expected) => {
    const shown = read(scope)
    // A trailing pure verb takes the strongest activity of its list; what matters is the goods.
    expect(shown.slice(0, expected.length).map(goodsOnly)).toEqual(expected.map(goodsOnly))
  })

  it.each([
    ['许可项目：无；一般项目：轴承制造', '轴承制造:produce'],
    ['许可经营项目：无一般经营项目：轴承制造', '轴承制造:produce'],
    ['医药中间体（不含危险化学品）制造', '医药中间体(不含危险化学品)制造:produce'],
    ['医药中间体（不含危险化学品）制造', '(不含危险化学品):none!'],
    ['机床附件（卡盘、刀架）制造', '卡盘:produce'],
    ['化工产品销售，不含农药', '不含农药:none!'],
    ['镁砖制造（仅限分支机构经营）', '镁砖制造(仅限分支机构经营):produce~'],
    ['原料药生产（筹建）', '原料药生产(筹建):produce?'],
    ['经营本企业生产、科研所需的原辅材料、机械设备的进口业务', '机械设备的进口业务:trade'],
    ['零售：药品；二类：检验试剂', '检验试剂:trade'],
    ['销售：钢材；轴承制造', '轴承制造:produce'],
    ['生产：风机、除尘器、除草剂', '除草剂:produce'],
    ['化工产品（除农药外）生产', '(除农药外):none!'],
    ['甲苯；粗苯；纯苯生产', '甲苯:produce'],
    ['电极；土木维修', '电极:none'],
    ['二类：手术器械；康复设备经营', '手术器械:trade'],
    ['轴承制造。汽车配件.钢材.建材销售', '汽车配件:trade'],
    ['经营处方药、保健品', '保健品:trade'],
  ])('finds in %s the clause %s', (scope, clause) => {
    expect(read(scope)).toContain(clause)
  })

  it('keeps characters outside the basic plane whole', () => {
    expect(read('𠅤石制品加工、销售')[0]).toBe('𠅤石制品加工:produce')
  })

  it('survives brackets that never close and text without a mark', () => {
    expect(read('轴承（不含汽车轴承').at(-1)).toMatch(/!$/u)
    expect(read('')).toEqual([])
  })
})

function goodsOnly(shown: string): string {
  return /^(?:制造|销售|开发|生产|制造及维修):/u.test(shown) ? (shown.split(':')[0] ?? '') : shown
}
