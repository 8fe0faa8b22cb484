// @vitest-environment happy-dom
import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, describe, expect, it } from 'vitest'
import { useView } from './view'
import type { ViewLock } from './viewLock'

const LOCK: ViewLock = { scope: 'above', mode: 'current', period: '2025', dataset: 'demo' }
const heldBy = ({ scope, mode, period, dataset }: ReturnType<typeof useView>) => ({ scope, mode, period, dataset })

/** A page load: the stores are new, what the browser keeps is not. */
function load() {
  setActivePinia(createPinia())
  return useView()
}

describe('the lock of the scope', () => {
  beforeEach(() => {
    localStorage.clear()
    sessionStorage.clear()
  })

  it('holds scope, period, divisions and data, and leaves everything else free', () => {
    const view = load()
    view.holdTo(LOCK)
    view.selectRegion('210200')
    view.focusNode('dyes')
    expect(heldBy(view)).toEqual(LOCK)
    expect([view.region, view.node, view.refusals]).toEqual(['210200', 'dyes', 0])
  })

  it('turns down every other choice, and counts what it turned down', () => {
    const view = load()
    view.holdTo(LOCK)
    view.selectScope('all')
    view.selectPeriod('2024')
    view.selectMode('asof')
    view.selectDataset('real')
    expect(heldBy(view)).toEqual(LOCK)
    expect(view.refusals).toBe(4)
  })

  it('goes along to another province, which would have taken its own period and data', () => {
    const view = load()
    view.holdTo(LOCK)
    view.selectRegion('370000')
    expect(heldBy(view)).toEqual(LOCK)
    expect(view.refusals).toBe(0)
  })

  it('turns down a link with another combination, and takes the rest of it', () => {
    const view = load()
    view.holdTo(LOCK)
    view.restore({ region: '210200', period: '2024', scope: 'four' })
    expect(heldBy(view)).toEqual(LOCK)
    expect([view.region, view.refusals]).toEqual(['210200', 1])
    view.restore({ region: '210300' })
    view.restore({ region: '210300', period: '2025', scope: 'above', dataset: 'demo' })
    expect(view.refusals).toBe(1)
  })

  it('stays over a reload of the tab, and ends when it is opened', () => {
    load().holdTo(LOCK)
    const view = load()
    expect(view.lock).toEqual(LOCK)
    expect(heldBy(view)).toEqual(LOCK)
    view.holdTo(null)
    view.selectScope('four')
    expect([view.scope, view.period, view.refusals]).toEqual(['four', '2025', 0])
    expect(load().lock).toBeNull()
  })

  it.each(['', 'scope=above', 'period=2025', 'period=x&dataset=demo', 'period=2025&dataset=both'])(
    'is none when what is stored says “%s”',
    (stored) => {
      sessionStorage.setItem('scope-lock', stored)
      expect(load().lock).toBeNull()
    },
  )
})
