import divisions from '@packs/regions/divisions.json'
import lineage from '@packs/regions/lineage.json'
import { describe, expect, it } from 'vitest'
import { createRegionBook } from '../../domain/region/regionBook'
import { joinDivisions } from './joinDivisions'
import type { Shape } from './readShapes'

const book = createRegionBook({ divisions, lineage })
const shape = (code: string, name: string): Shape => ({ code, name, geometry: { type: 'Polygon', coordinates: [] } })
const join = (province: string, ...shapes: Shape[]) => joinDivisions(province, shapes, book, lineage.events)

describe('outlines joined to the divisions of today', () => {
  it('carries a code changed since to the one in force, exactly', () => {
    const { units, recoded } = join('540000', shape('540422', '米林县'))
    expect(units).toMatchObject([{ code: '540481', name: '米林市', city: '540400', note: '' }])
    expect(recoded).toEqual({ '540422': '540481' })
  })

  it('joins merged counties, and says what moved besides', () => {
    const { units } = join('500000', shape('500105', '江北区'), shape('500112', '渝北区'))
    expect(units).toHaveLength(1)
    expect(units[0]).toMatchObject({ code: '500157', city: null })
    expect(units[0]?.shapes).toHaveLength(2)
    expect(units[0]?.note).toContain('北碚区')
  })

  it('tells 西沙区 from 南沙区, whose codes the source shifts by one', () => {
    const { units } = join('460000', shape('460301', '西沙区'), shape('460302', '南沙区'))
    expect(units.map(({ code, name }) => [code, name])).toEqual([
      ['460302', '西沙区'],
      ['460303', '南沙区'],
    ])
  })

  it('refuses an outline whose name contradicts its code', () => {
    expect(() => join('210000', shape('210102', '沈河区'))).toThrow('不符')
  })

  it('lists counties without an outline: not divided in the source, or younger than it', () => {
    const { missing } = join('650000', shape('654300', '阿勒泰地区'))
    const reasons = new Map(missing.map(({ code, reason }) => [code, reason]))
    expect(reasons.get('654301')).toContain('阿勒泰地区整体')
    expect(reasons.get('659012')).toContain('2023 年设立')
  })

  it('keeps an outline that is on no list of divisions', () => {
    const { unlisted } = join('230000', shape('232718', '加格达奇区'))
    expect(unlisted).toEqual([{ code: '232761', name: '加格达奇区' }])
  })
})
