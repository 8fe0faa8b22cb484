import { describe, expect, it } from 'vitest'
import { exportHold } from './exportHold'

describe('the export of what is on screen', () => {
  it('is offered only when the answer shown is that of the present filters', () => {
    expect(exportHold('ready')).toBeUndefined()
    for (const state of ['first-load', 'refreshing', 'failed'] as const) expect(exportHold(state)).toContain('导出')
  })

  it('says after a failed update that the figures are not those asked for', () => {
    expect(exportHold('failed')).toContain('更新失败')
  })
})
