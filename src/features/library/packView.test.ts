import { describe, expect, it } from 'vitest'
import magnesite from '@packs/chains/magnesite.json'
import type { ChainPack } from '@domain/chain/pack'
import { packText, readPackText } from './packFile'
import { edgeLines, nodeLines, placeText } from './packView'

const text = JSON.stringify(magnesite)
const pack: ChainPack = (() => {
  const reading = readPackText(text)
  if (!reading.pack) throw new Error('the built-in pack has lost its shape')
  return reading.pack
})()

describe('a chain pack on screen', () => {
  it('shows every node once, upstream first', () => {
    const lines = nodeLines(pack, '')
    expect(lines).toHaveLength(pack.nodes.length)
    expect([lines[0]?.stageName, lines[lines.length - 1]?.stageName]).toEqual(['上游', '下游'])
  })

  it('finds nodes by name, keyword or industry code', () => {
    const [first] = pack.nodes
    for (const word of [first?.name, first?.keywords[0], first?.codes[0]?.code]) {
      expect(nodeLines(pack, word ?? '?').map(({ node }) => node.id)).toContain(first?.id)
    }
    expect(nodeLines(pack, '没有这个词的环节')).toEqual([])
  })

  it('names both ends of a flow', () => {
    expect(edgeLines(pack, '')).toHaveLength(pack.edges.length)
    expect(edgeLines(pack, '').every(({ fromName, toName }) => fromName !== '' && toName !== '')).toBe(true)
  })

  it('says in words where a finding is', () => {
    const [first] = pack.nodes
    expect(placeText(pack, `nodes/${first?.id}/codes/0`)).toBe(`环节“${first?.name}” › 行业代码 › 第 1 个`)
    expect(placeText(pack, 'edition')).toBe('版本号')
    expect(placeText(null, 'nodes/3/keywords')).toBe('环节 第 4 个 › 关键词')
  })
})

describe('a chain pack as a file', () => {
  it('comes back from its own text unchanged', () => {
    expect(readPackText(`\uFEFF${packText(pack)}`).pack).toEqual(pack)
  })

  it('says in Chinese what is wrong with the shape and where', () => {
    const broken = JSON.stringify({ ...pack, nodes: [{ ...pack.nodes[0], weight: 9, name: 5 }] })
    const faults = readPackText(broken).faults ?? []
    expect(faults.map(({ at }) => at)).toEqual(expect.arrayContaining(['nodes/0/weight', 'nodes/0/name']))
    expect(faults.every(({ message }) => /[\u4e00-\u9fff]/u.test(message))).toBe(true)
  })

  it.each(['', '{', 'PK\u0003\u0004'])('refuses what is not JSON: %j', (bad) => {
    expect(readPackText(bad).faults?.[0]?.message).toContain('JSON')
  })
})
