import { describe, expect, it } from 'vitest'
import type { ChainNode, ChainPack } from './pack'
import { packLimits } from './packLimits'
import { validatePack } from './validatePack'

const known = { hasIndustryCode: (code: string) => ['C', '34', '342', '3421', '3489', '3611'].includes(code) }

const node = (id: string, group: string, name: string, more: Partial<ChainNode> = {}): ChainNode => ({
  id,
  group,
  name,
  weight: 2,
  codes: [{ code: '3489', part: true }],
  keywords: [`${name}制品`],
  ...more,
})

const goodPack = (): ChainPack => ({
  id: 'test-chain',
  name: '测试链',
  edition: '2026.1',
  asOf: '2026-11',
  summary: '只为检验而设的一条链。',
  sources: [{ id: 's1', title: '行业常识' }],
  stages: [
    { id: 'up', name: '上游', title: '零部件' },
    { id: 'mid', name: '中游', title: '整机' },
    { id: 'down', name: '下游', title: '应用' },
  ],
  groups: [
    { id: 'parts', stage: 'up', name: '部件' },
    { id: 'machines', stage: 'mid', name: '机床' },
    { id: 'users', stage: 'down', name: '用户' },
  ],
  nodes: [
    node('guide', 'parts', '导轨'),
    node('lathe', 'machines', '车床', { codes: [{ code: '3421' }] }),
    node('car', 'users', '汽车', { codes: [{ code: '3611' }] }),
  ],
  edges: [
    { from: 'guide', to: 'lathe', product: '导轨副' },
    { from: 'lathe', to: 'car', product: '车床' },
  ],
})

/** The finding codes and places of a pack that was good until `spoil` touched it. */
function findingsAfter(spoil: (pack: ChainPack) => void): string[] {
  const pack = goodPack()
  spoil(pack)
  return validatePack(pack, known).map((finding) => `${finding.level} ${finding.code} ${finding.at}`)
}

const spoilNode = (more: Partial<ChainNode>) => (pack: ChainPack) => {
  Object.assign(pack.nodes[0] ?? {}, more)
}

const cases: [title: string, spoil: (pack: ChainPack) => void, expected: string][] = [
  ['an upper-case id', (p) => (p.id = 'Test'), 'error id-form id'],
  ['a node id with an underscore', (p) => p.nodes.push(node('a_b', 'parts', '丙')), 'error id-form nodes/a_b'],
  ['two nodes with one id', (p) => p.nodes.push(node('guide', 'parts', '丙')), 'error id-repeated nodes/guide'],
  ['two nodes with one name', (p) => p.nodes.push(node('g2', 'parts', '导轨')), 'error name-repeated nodes/g2/name'],
  ['a missing stage', (p) => p.stages.pop(), 'error stages stages'],
  ['stages in another order', (p) => p.stages.reverse(), 'error stages stages'],
  ['an empty group', (p) => p.groups.push({ id: 'idle', stage: 'up', name: '空组' }), 'error group-empty groups/idle'],
  ['an unknown group', spoilNode({ group: 'none' }), 'error group-unknown nodes/guide/group'],
  ['an unknown class', spoilNode({ codes: [{ code: '9999' }] }), 'error code-unknown nodes/guide/codes/0'],
  ['a 大类 as class', spoilNode({ codes: [{ code: '34' }] }), 'error code-broad nodes/guide/codes/0'],
  [
    'a class named twice',
    spoilNode({ codes: [{ code: '342' }, { code: '342' }] }),
    'warning code-repeated nodes/guide/codes/1',
  ],
  ['a whole class in two nodes', spoilNode({ codes: [{ code: '3611' }] }), 'warning code-shared nodes/car/codes/0'],
  ['no keyword', spoilNode({ keywords: [] }), 'error keyword-missing nodes/guide/keywords'],
  ['a keyword of one character', spoilNode({ keywords: ['轴'] }), 'error keyword-short nodes/guide/keywords/0'],
  ['one rare character counted as one', spoilNode({ keywords: ['𠅤'] }), 'error keyword-short nodes/guide/keywords/0'],
  ['a full-width keyword', spoilNode({ keywords: ['ＣＮＣ导轨'] }), 'error keyword-form nodes/guide/keywords/0'],
  ['a keyword of another node', spoilNode({ keywords: ['车床制品'] }), 'warning keyword-shared nodes/lathe/keywords/0'],
  [
    'a keyword that is also weak',
    spoilNode({ weakKeywords: ['导轨制品'] }),
    'warning keyword-repeated nodes/guide/weakKeywords/0',
  ],
  ['an exclude without effect', spoilNode({ excludes: ['窗帘杆'] }), 'warning exclude-idle nodes/guide/excludes/0'],
  [
    'an edge to nowhere',
    (p) => p.edges.push({ from: 'car', to: 'moon', product: '车' }),
    'error edge-end-unknown edges/2/to',
  ],
  ['a self loop', (p) => p.edges.push({ from: 'car', to: 'car', product: '车' }), 'error edge-self edges/2'],
  [
    'a duplicate edge',
    (p) => p.edges.push({ from: 'guide', to: 'lathe', product: '滑块' }),
    'error edge-duplicate edges/2',
  ],
  [
    'an edge against the stages',
    (p) => p.edges.push({ from: 'car', to: 'guide', product: '废钢' }),
    'warning edge-backwards edges/2',
  ],
  ['a node without edges', (p) => p.nodes.push(node('lone', 'parts', '孤件')), 'error node-orphan nodes/lone'],
  ['an empty edition', (p) => (p.edition = ''), 'error text-empty edition'],
  ['an edition time that is no month', (p) => (p.asOf = '2026-13'), 'error as-of-form asOf'],
  ['no source', (p) => (p.sources = []), 'error source-missing sources'],
  ['an overlong name', spoilNode({ name: '长'.repeat(21) }), 'error text-long nodes/guide/name'],
  ['a zero-width space', spoilNode({ name: '导\u200b轨' }), 'error text-invisible nodes/guide/name'],
  ['padding', spoilNode({ name: ' 导轨' }), 'error text-padded nodes/guide/name'],
]

describe('validatePack', () => {
  it('finds nothing in a good pack', () => {
    expect(validatePack(goodPack(), known)).toEqual([])
  })

  it.each(cases)('reports %s', (_title, spoil, expected) => {
    expect(findingsAfter(spoil)).toContain(expected)
  })

  it.each([0, 4, 1.5, Number.NaN])('refuses the weight %s', (weight) => {
    const pack = goodPack()
    Object.assign(pack.nodes[0] ?? {}, { weight })
    expect(validatePack(pack, known).map((finding) => finding.code)).toEqual(['weight'])
  })

  it('accepts a name of exactly twenty rare characters', () => {
    expect(findingsAfter(spoilNode({ name: '𠅤'.repeat(packLimits.nameLength) }))).toEqual([])
  })

  it('names the path of a cycle whose edges are all unmarked', () => {
    const pack = goodPack()
    pack.edges.push({ from: 'car', to: 'guide', product: '废钢' })
    const cycle = validatePack(pack, known).find((finding) => finding.code === 'edge-cycle')
    expect(cycle?.at).toBe('edges/2')
    expect(cycle?.message).toContain('导轨 → 车床 → 汽车 → 导轨')
  })

  it('allows a cycle with one marked edge', () => {
    expect(findingsAfter((p) => p.edges.push({ from: 'car', to: 'guide', product: '废钢', cycle: true }))).toEqual([])
  })

  it('refuses an oversized pack without a closer look', () => {
    const many = (p: ChainPack) => {
      p.nodes = Array.from({ length: packLimits.nodes + 1 }, () => node('x', 'none', '重名'))
    }
    expect(findingsAfter(many)).toEqual(['error too-many nodes'])
  })

  it('checks the largest legal pack in well under a second', () => {
    const pack = goodPack()
    pack.nodes = Array.from({ length: packLimits.nodes }, (_, i) => node(`n${i}`, 'parts', `环节${i}`))
    pack.groups = pack.groups.slice(0, 1)
    pack.edges = Array.from({ length: packLimits.edges }, (_, i) => {
      const from = i % packLimits.nodes
      return {
        from: `n${from}`,
        to: `n${(from + 1 + Math.floor(i / packLimits.nodes)) % packLimits.nodes}`,
        product: '件',
      }
    })
    const started = performance.now()
    expect(validatePack(pack, known).every((finding) => finding.code === 'edge-cycle')).toBe(true)
    expect(performance.now() - started).toBeLessThan(1000)
  })

  it('says in Chinese what to do', () => {
    const pack = goodPack()
    cases.forEach(([, spoil]) => spoil(pack))
    for (const finding of validatePack(pack, known)) expect(finding.message).toMatch(/请.+[。]$/u)
  })
})
