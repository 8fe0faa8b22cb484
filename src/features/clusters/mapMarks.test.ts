import { describe, expect, it } from 'vitest'
import { placeMarks } from '@/map/mapMark'
import { SHAPES } from './clusters.fixture'
import { areaMarks } from './mapMarks'

const frame = { shapes: SHAPES, context: [], borders: { type: 'MultiLineString' as const, coordinates: [] } }
const [first, second] = SHAPES
const area = (name: string, parents: string[]) => ({ id: name, name, kind: '经开区', parents })

describe('functional areas on the map', () => {
  it('stand in the middle of the counties they lie in, once for the same counties', () => {
    const code = first?.code ?? ''
    const marks = areaMarks(
      [area('甲新区', [code]), area('乙高新区', [code]), area('丙开发区', [code, second?.code ?? ''])],
      frame,
    )
    expect(marks.map(({ text }) => text)).toEqual(['甲新区等 2 个', '丙开发区'])
    expect(marks[0]?.at).toEqual(first?.centre)
    expect(marks[0]?.detail).toBe('甲新区、乙高新区。位置示意：依所在区县；不参与加总')
  })

  it('are left out where their county is not drawn', () => {
    expect(areaMarks([area('丁新区', ['500112'])], frame)).toEqual([])
  })
})

describe('marks on the screen', () => {
  const at = (x: number, y = 0) => ({ id: `${x}`, at: [x, y] as const, text: '两江新区' })
  it('write words where there is room, and pins everywhere', () => {
    const placed = placeMarks([at(0), at(10), at(500)], ([x, y]) => ({ x, y }), 12)
    expect(placed.map(({ isWritten }) => isWritten)).toEqual([true, false, true])
  })

  it('wait for a map', () => expect(placeMarks([at(0)], () => null, 12)).toEqual([]))
})
