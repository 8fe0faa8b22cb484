import { describe, expect, it } from 'vitest'
import type { StopTarget } from '@contract/knockOut'
import { readStops, stopsText, toggled } from './stopTargets'

const FIRM: StopTarget = { kind: 'firm', firm: '91210100MA0000066Y' }
const NAMED: StopTarget = { kind: 'firm', firm: 'name:𠅤厂(沈阳),50%' }
const PLACE: StopTarget = { kind: 'place', place: '210100' }
const IN_CHAIN: StopTarget = { kind: 'place', place: '210106', chain: 'magnesite' }
const NODE: StopTarget = { kind: 'node', chain: 'magnesite', node: 'brick' }

describe('what stops, in the address', () => {
  it('comes back as it was, also a name with a comma in it', () => {
    const all = [FIRM, NAMED, PLACE, IN_CHAIN, NODE]
    expect(readStops(stopsText(all))).toEqual(all)
    expect(stopsText([FIRM, IN_CHAIN])).toBe('firm:91210100MA0000066Y,place:210106@magnesite')
    expect(stopsText([])).toBeNull()
  })

  it.each([
    [null, []],
    ['firm:123', []],
    ['node:magnesite', []],
    ['place:2101', []],
    ['place:210100,place:210100', [PLACE]],
    ['firm:,place:210100', [PLACE]],
  ] as const)('%s says %o', (text, targets) => {
    expect(readStops(text)).toEqual(targets)
  })

  it('takes a target in and out', () => {
    expect(toggled([FIRM], PLACE)).toEqual([FIRM, PLACE])
    expect(toggled([FIRM, PLACE], { ...FIRM })).toEqual([PLACE])
  })
})
