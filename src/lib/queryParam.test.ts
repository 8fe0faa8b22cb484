import { describe, expect, it } from 'vitest'
import { choiceParam, optionalParam, readQuery, writeQuery, type QueryParams } from './queryParam'

interface State {
  show: 'graph' | 'table'
  node: string | null
}

const isWord = (text: string): text is string => /^[a-z]+$/.test(text)
const params: QueryParams<State> = {
  show: choiceParam('show', '显示方式', ['graph', 'table']),
  node: optionalParam('node', '环节', isWord),
}

describe('parameters of the address', () => {
  it.each([
    [{}, { show: 'graph', node: null }, 0],
    [{ show: 'table', node: 'gear' }, { show: 'table', node: 'gear' }, 0],
    [{ show: 'cake' }, { show: 'graph', node: null }, 1],
    [{ node: 'GEAR!' }, { show: 'graph', node: null }, 1],
    [{ node: ['a', 'b'] }, { show: 'graph', node: null }, 1],
    [{ node: null }, { show: 'graph', node: null }, 1],
    [{ other: '1' }, { show: 'graph', node: null }, 1],
    [{ constructor: 'x' }, { show: 'graph', node: null }, 1],
  ])('reads %j with defaults for what it does not understand', (query, state, hints) => {
    const reading = readQuery(params, query)
    expect(reading.state).toEqual(state)
    expect(reading.hints).toHaveLength(hints)
  })

  it('names the parameter and the value in the hint', () => {
    expect(readQuery(params, { show: 'cake' }).hints[0]).toBe('链接中的显示方式“cake”无法识别，已用默认值。')
  })

  it('cuts a hostile value short without cutting a rare character in two', () => {
    const hint = readQuery(params, { show: '𠅤'.repeat(100) }).hints[0] ?? ''
    expect(Array.from(hint).filter((char) => char === '𠅤')).toHaveLength(24)
  })

  it('leaves defaults out of the address', () => {
    expect(writeQuery(params, { show: 'graph', node: null })).toEqual({})
    expect(writeQuery(params, { show: 'table', node: 'gear' })).toEqual({ show: 'table', node: 'gear' })
  })
})
