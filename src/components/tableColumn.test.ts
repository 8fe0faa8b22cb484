import { describe, expect, it } from 'vitest'
import { nextSort } from './tableColumn'

describe('a click on the head of a column', () => {
  it.each([
    [null, { id: 'name' }, 'ascending'],
    [null, { id: 'count', numeric: true }, 'descending'],
    [{ column: 'count', direction: 'descending' as const }, { id: 'count', numeric: true }, 'ascending'],
    [{ column: 'count', direction: 'ascending' as const }, { id: 'name' }, 'ascending'],
  ])('turns %j into the natural first order of %j or its reverse', (current, column, direction) => {
    expect(nextSort(current, column)).toEqual({ column: column.id, direction })
  })
})
