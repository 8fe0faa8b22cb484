import { describe, expect, it } from 'vitest'
import { boundaryNotice, pictureChoices, watermarkOf } from './boundaryNotice'

const sketch = { reviewNumber: null, publicExport: false }
const reviewed = { reviewNumber: '辽S(2023)12号', publicExport: true }

describe('a map without 审图号', () => {
  it('says that it is a sketch, under the map and across every picture', () => {
    expect(boundaryNotice(sketch)).toContain('示意图')
    expect(watermarkOf(sketch)).toBe('示意图 · 仅供内部使用')
  })

  it('may be saved for 内部使用 only, and says why', () => {
    const [internal, open] = pictureChoices(sketch)
    expect(internal?.disabled).toBeUndefined()
    expect(open).toMatchObject({ disabled: true, hint: '底图没有审图号，不能公开' })
    expect(pictureChoices(undefined)[1]?.disabled).toBe(true)
  })
})

describe('a map with 审图号', () => {
  it('prints it and may be saved for both uses without a watermark', () => {
    expect(boundaryNotice(reviewed)).toBe('审图号：辽S(2023)12号')
    expect(watermarkOf(reviewed)).toBeNull()
    expect(pictureChoices(reviewed).every(({ disabled }) => !disabled)).toBe(true)
  })
})
