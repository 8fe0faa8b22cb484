import { describe, expect, it } from 'vitest'
import { checkFile, MAX_FILE_BYTES } from './fileCheck'

describe('a file before it is sent', () => {
  it.each(['名录.xlsx', '名录.CSV', 'a.b.txt'])('passes %s in silence', (name) => {
    expect(checkFile({ name, size: 10 })).toEqual({ refusal: null, hint: null })
  })

  it.each([
    ['空.xlsx', 0, '空的'],
    ['大.csv', MAX_FILE_BYTES + 1, '超过 100 MB'],
    ['旧.XLS', 10, '另存为 .xlsx'],
    ['宏.xlsm', 10, '含宏'],
  ])('refuses %s in words', (name, size, word) => {
    expect(checkFile({ name, size }).refusal).toContain(word)
  })

  it.each(['照片.jpg', '没有扩展名', 'x.constructor'])('lets %s go with a hint', (name) => {
    expect(checkFile({ name, size: 10 })).toMatchObject({ refusal: null, hint: expect.stringContaining('扩展名') })
  })
})
