import { describe, expect, it } from 'vitest'
import industryData from '@packs/industry/gbt4754-2017.json'
import { createIndustryBook } from '../industry/industryBook'
import type { ChainPack } from './pack'
import { validatePack } from './validatePack'

const files = import.meta.glob<ChainPack>('../../packs/chains/*.json', { eager: true, import: 'default' })
const packs = Object.entries(files).map(([path, pack]) => ({ file: path.replace(/^.*\//, ''), pack }))
const book = createIndustryBook(industryData)

/** Promised size: the flagship chain is drawn in more detail. */
const promisedNodes = (id: string): number => (id === 'cnc-machine-tools' ? 90 : 50)

describe('shipped chain packs', () => {
  it('include 数控机床 and 生物医药', () => {
    expect(packs.map(({ pack }) => pack.id)).toEqual(expect.arrayContaining(['cnc-machine-tools', 'biomedicine']))
  })

  it('have names of their own', () => {
    expect(new Set(packs.map(({ pack }) => pack.name)).size).toBe(packs.length)
  })

  describe.each(packs)('$file', ({ file, pack }) => {
    it('is named after its id', () => {
      expect(file).toBe(`${pack.id}.json`)
    })

    it('passes the pack check without errors', () => {
      const findings = validatePack(pack, { hasIndustryCode: (code) => book.has(code) })
      expect(findings.filter((finding) => finding.level === 'error')).toEqual([])
    })

    it('has its promised size, with more edges than nodes', () => {
      expect(pack.nodes.length).toBeGreaterThanOrEqual(promisedNodes(pack.id))
      expect(pack.edges.length).toBeGreaterThan(pack.nodes.length)
    })

    it('has groups in every stage, and no group so large that its card would not fit', () => {
      for (const stage of pack.stages) expect(pack.groups.some((group) => group.stage === stage.id)).toBe(true)
      for (const group of pack.groups) {
        const size = pack.nodes.filter((node) => node.group === group.id).length
        expect(size, group.name).toBeLessThanOrEqual(14)
      }
    })
  })
})
