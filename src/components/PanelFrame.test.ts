// @vitest-environment happy-dom
import { createApp, h, nextTick, type App } from 'vue'
import { afterEach, describe, expect, it } from 'vitest'
import PanelFrame from './PanelFrame.vue'

const opened: App[] = []

function show(props: Record<string, unknown>) {
  const host = document.createElement('div')
  const app = createApp({
    render: () => h(PanelFrame, { title: '图谱', state: 'ready', ...props } as never, { default: () => '内容' }),
  })
  app.mount(host)
  opened.push(app)
  return host
}

const at = new Date(2026, 10, 21, 9, 5, 7)

describe('a panel', () => {
  afterEach(() => opened.splice(0).forEach((app) => app.unmount()))

  it('shows a skeleton and nothing else before the first answer', () => {
    const host = show({ state: 'first-load' })
    expect(host.textContent).toContain('正在载入 图谱')
    expect(host.textContent).not.toContain('内容')
  })

  it('keeps the data on screen while it refreshes', () => {
    const host = show({ state: 'refreshing', loadedAt: at })
    expect(host.textContent).toContain('内容')
    expect(host.querySelector('section')?.getAttribute('aria-busy')).toBe('true')
  })

  it('says why there is nothing to show', () => {
    const host = show({ loadedAt: at, empty: '该地区还没有数据。' })
    expect(host.textContent).toContain('该地区还没有数据。')
    expect(host.textContent).not.toContain('内容')
  })

  it('keeps the last good data after a failure and says from when it is', () => {
    const host = show({ state: 'failed', failure: '连不上服务器。', loadedAt: at })
    expect(host.textContent).toContain('内容')
    expect(host.querySelector('[role="alert"]')?.textContent).toContain('09:05')
  })

  it('offers to try again when the first answer failed', async () => {
    let retries = 0
    const host = show({ state: 'failed', failure: '连不上服务器。', onRetry: () => (retries += 1) })
    host.querySelector<HTMLElement>('button')?.click()
    await nextTick()
    expect([retries, host.textContent?.includes('内容')]).toEqual([1, false])
  })
})
