import { describe, expect, it } from 'vitest'
import { parseRef } from '@domain/figure/figureRef'
import { kpiTiles } from './kpiTiles'
import { chainOf, figures } from './panorama.fixture'

const chain = chainOf({ up: [1], mid: [1], down: [1] })
const valueOf = (id: string, part: Partial<typeof chain>) => {
  const tile = kpiTiles({ ...chain, ...part }).find((entry) => entry.id === id)
  return `${tile?.shown.text}${tile?.unit}`
}

describe('the tiles at the head of the panorama', () => {
  it.each([
    ['revenue', { figures: figures({ revenueWan: null }) }, '未报送'],
    ['revenue', { figures: figures({ revenueWan: null, revenueSuppressed: 'few' }) }, '不公布'],
    ['revenue', { figures: figures({ revenueWan: '0' }) }, '0.0亿元'],
    ['revenue', { figures: figures({ revenueWan: '17610123.4567' }) }, '1,761.0亿元'],
    ['above-scale', { figures: figures({ aboveScale: null }) }, '未报送'],
    ['above-scale', { figures: figures({ aboveScale: 0 }) }, '0家'],
    ['honoured', { figures: figures({ honoured: null }) }, '未导入'],
    ['completeness', { completeness: null }, '未测算'],
    ['completeness', { completeness: '0.8145' }, '81.5%'],
    ['updated', {}, '未发布'],
  ])('shows %s of %j as %s', (id, part, text) => {
    expect(valueOf(id, part)).toBe(text)
  })

  it('gives every tile a card of its own, or says what it is', () => {
    const tiles = kpiTiles(chain).filter(({ id }) => id !== 'strengths')
    for (const { id, figure, detail } of tiles)
      expect([id, figure === undefined ? detail !== undefined : parseRef(figure) !== null]).toEqual([id, true])
  })
})
