import { expect, it } from 'vitest'
import { percentWords } from './percentWords'

it.each([
  ['0.3333', 1, '33.3%'],
  [0.62, 0, '62%'],
  [0.004, 0, '0.4%'],
  [0.0003, 0, '不足 0.1%'],
  ['0.0009', 1, '不足 0.1%'],
  [0.001, 1, '0.1%'],
  [0, 0, '0%'],
  ['0', 1, '0.0%'],
])('a share of %s with %d digits reads %s', (share, digits, text) => {
  expect(percentWords(share, digits)).toBe(text)
})
