import { expect, it } from 'vitest'
import { homeProvince } from './homeProvince'

it.each([
  ['the province looked at', '210213', [], '210000'],
  ['the same while one of the compared lies there', '210213', ['370102', '210106'], '210000'],
  ['that of the first when all lie elsewhere', '210213', ['370102', '500112'], '370000'],
  ['that of the first when the country is looked at', '100000', ['370102'], '370000'],
  ['the usual one when nothing says which', '100000', [], '220000'],
])('maps begin with %s', (_what, region, compared, province) => {
  expect(homeProvince(region, compared, '220000')).toBe(province)
})
