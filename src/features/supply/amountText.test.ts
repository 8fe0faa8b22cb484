import { expect, it } from 'vitest'
import { amountText } from './amountText'

it.each([
  ['0', '0万'],
  ['0.25', '0.25万'],
  ['5', '5万'],
  ['1200.4', '1,200万'],
  ['0.004', '不足 0.01万'],
  ['9999.4', '9,999万'],
  ['9999.6', '1.0亿'],
  ['10000', '1.0亿'],
  ['123456', '12.3亿'],
])('%s 万元 reads %s', (wan, text) => {
  expect(amountText(wan)).toBe(text)
})
