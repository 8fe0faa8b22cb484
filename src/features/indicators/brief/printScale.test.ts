import { expect, it } from 'vitest'
import type { Brief } from '@contract/brief'
import { printScale } from './printScale'

const brief = (characters: number, sources: number): Pick<Brief, 'sentences' | 'citations'> => ({
  sentences: [{ id: 'status', label: '现状', segments: [{ text: '字'.repeat(characters), marks: [] }] }],
  citations: Array.from({ length: sources }, (_none, at) => ({
    mark: at + 1,
    name: '企业数',
    subject: '某市某某环节',
    value: '3 家',
    period: '2025年',
    ref: null,
    basis: null,
  })),
})

it('letters keep their size while a page holds them, and shrink with what there is to say', () => {
  expect(printScale(brief(300, 10))).toBe(1)
  const scales = [brief(900, 30), brief(1500, 40), brief(2500, 60)].map(printScale)
  expect([...scales].sort((a, b) => b - a)).toEqual(scales)
  expect(scales[2]).toBeLessThan(0.9)
})
