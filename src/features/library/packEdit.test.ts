import { describe, expect, it } from 'vitest'
import type { ChainPack } from '@domain/chain/pack'
import { validatePack } from '@domain/chain/validatePack'
import { addNode, editNode, editOf, likelyFlow, nodeFault, removeNode, suggestEdition, wordsOf } from './packEdit'

const PACK: ChainPack = {
  id: 'valves',
  name: '阀门',
  edition: '2026.1',
  asOf: '2026-11',
  summary: '测试用链',
  sources: [{ id: 's1', title: '教材' }],
  stages: [
    { id: 'up', name: '上游', title: '材料' },
    { id: 'mid', name: '中游', title: '制造' },
    { id: 'down', name: '下游', title: '应用' },
  ],
  groups: [
    { id: 'steel', stage: 'up', name: '钢材' },
    { id: 'body', stage: 'mid', name: '阀体' },
    { id: 'plant', stage: 'down', name: '电站' },
  ],
  nodes: [
    {
      id: 'cast',
      group: 'steel',
      name: '阀门铸件',
      weight: 2,
      codes: [{ code: '3391' }],
      keywords: ['阀门铸件'],
      note: '铸钢',
    },
    { id: 'ball', group: 'body', name: '球阀', weight: 3, codes: [{ code: '3443', part: true }], keywords: ['球阀'] },
    { id: 'power', group: 'plant', name: '核电阀门站', weight: 1, codes: [], keywords: ['核电阀门站'] },
  ],
  edges: [
    { from: 'cast', to: 'ball', product: '铸件' },
    { from: 'ball', to: 'power', product: '球阀' },
  ],
}

const node = (id: string) => {
  const found = PACK.nodes.find((item) => item.id === id)
  if (!found) throw new Error(id)
  return found
}

const EMPTY = { name: '蝶阀', weight: 2, keywords: ['蝶阀'], weakKeywords: [], excludes: [], note: '' } as const
const errors = (pack: ChainPack) =>
  validatePack(pack, { hasIndustryCode: () => true })
    .filter(({ level }) => level === 'error')
    .map(({ message }) => message)

describe('editing a chain pack', () => {
  it.each([
    ['2026.1', '辽宁省', [], '2026.1-辽宁省-1'],
    ['2026.1', '辽宁省', ['2026.1-辽宁省-1'], '2026.1-辽宁省-2'],
    ['2026.1-辽宁省-1', '大连市', ['2026.1-辽宁省-1'], '2026.1-大连市-1'],
    ['2026.1', '积石山保安族东乡族撒拉族自治县', [], '2026.1-积石山保安族东乡族撒拉-1'],
  ])('names the edition after %s of %s', (old, region, taken, edition) => {
    expect(suggestEdition(old, region, taken)).toBe(edition)
    expect([...edition].length).toBeLessThanOrEqual(20)
  })

  it('reads words however they are parted, each once', () => {
    expect(wordsOf('球阀、蝶阀，球阀\n 闸阀 ;ＣＮＣ')).toEqual(['球阀', '蝶阀', '闸阀', 'CNC'])
  })

  it('leaves an unchanged node exactly as it was', () => {
    for (const { id } of PACK.nodes)
      expect(JSON.stringify(editNode(PACK, id, editOf(node(id))))).toBe(JSON.stringify(PACK))
  })

  it('changes one node and no other', () => {
    const edited = editNode(PACK, 'ball', { ...editOf(node('ball')), excludes: ['球阀配件'], weight: 1 })
    expect(edited.nodes[1]).toMatchObject({ weight: 1, excludes: ['球阀配件'], codes: [{ code: '3443', part: true }] })
    expect([edited.nodes[0], edited.nodes[2]]).toEqual([PACK.nodes[0], PACK.nodes[2]])
  })

  it.each(['sibling', 'child'] as const)('adds a %s that passes the pack check', (kind) => {
    const flow = likelyFlow(PACK, node('ball'), kind)
    const { pack, id } = addNode(PACK, {
      ...EMPTY,
      keywords: ['蝶阀'],
      weakKeywords: [],
      excludes: [],
      group: 'body',
      flow: { ...flow, product: '蝶阀' },
    })
    expect(errors(pack)).toEqual([])
    expect(pack.nodes.map((item) => item.id)).toEqual(['cast', 'ball', id, 'power'])
    expect(removeNode(pack, id)).toEqual(PACK)
  })

  it('never gives two new nodes one identifier', () => {
    const fresh = {
      ...EMPTY,
      keywords: ['蝶阀'],
      weakKeywords: [],
      excludes: [],
      group: 'body',
      flow: likelyFlow(PACK, node('ball'), 'child'),
    }
    const first = addNode(PACK, fresh)
    expect(addNode(first.pack, { ...fresh, name: '闸阀' }).id).not.toBe(first.id)
  })

  it.each([
    [{ name: ' ' }, '名称'],
    [{ name: '球阀' }, '已有'],
    [{ keywords: [] }, '关键词'],
    [{ keywords: ['阀'] }, '一个字'],
  ])('says what is missing in %j', (over, word) => {
    const edit = { ...EMPTY, keywords: ['蝶阀'], weakKeywords: [], excludes: [], ...over }
    expect(nodeFault(PACK, null, edit, null)).toContain(word)
  })

  it('asks for the product of a new flow', () => {
    const edit = { ...EMPTY, keywords: ['蝶阀'], weakKeywords: [], excludes: [] }
    expect(nodeFault(PACK, null, edit, { direction: 'to', partner: 'power', product: '' })).toContain('产品')
    expect(nodeFault(PACK, 'ball', edit, null)).toBeNull()
  })
})
