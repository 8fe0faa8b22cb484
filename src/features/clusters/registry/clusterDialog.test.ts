// @vitest-environment happy-dom
import { createPinia } from 'pinia'
import { http, HttpResponse } from 'msw'
import { setupServer } from 'msw/node'
import { createApp, h, type App } from 'vue'
import { createMemoryHistory, createRouter, RouterView } from 'vue-router'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import type { IndustryCluster } from '@contract/industryClusters'
import { useView } from '@/stores/view'
import ClusterDialog from './ClusterDialog.vue'
import { cardFixture } from './clusterCard.fixture'

const { cluster } = cardFixture('沈阳机床集群', { quotient: '1', growth: '0', revenueWan: '1' })
const FRAME = { province: '210000', provinceName: '辽宁省', period: '2025', scope: 'all', dataset: 'demo' } as const
const county = (code: string, name: string, suggested: boolean) => ({
  code,
  name,
  cityName: '沈阳市',
  enterprises: 12,
  revenueWan: null,
  revenueSuppressed: null,
  quotientSuppressed: null,
  quotient: '1.50',
  suggested,
})
const CANDIDATES = {
  region: '210000',
  period: '2025',
  dataset: 'demo',
  rule: '规则',
  counties: [county('210106', '铁西区', true), county('210114', '于洪区', false)],
}

const network = setupServer(
  http.get('*/api/v1/industry-clusters/candidates', () => HttpResponse.json(CANDIDATES)),
  http.get('*/api/v1/chains/:chain/pack', () => HttpResponse.json({}, { status: 404 })),
)
const opened: App[] = []

async function open(own?: IndustryCluster) {
  const saved: IndustryCluster[] = []
  const closed = vi.fn()
  const page = {
    render: () =>
      h(ClusterDialog, {
        frame: FRAME,
        ...(own && { cluster: own }),
        onSaved: (stored: IndustryCluster) => saved.push(stored),
        onClose: closed,
      }),
  }
  const router = createRouter({ history: createMemoryHistory(), routes: [{ path: '/', component: page }] })
  await router.push('/')
  const app = createApp({ render: () => h(RouterView) })
  const pinia = createPinia()
  useView(pinia).selectChain(cluster.chain)
  app.use(pinia).use(router).mount(document.createElement('div'))
  opened.push(app)
  const dialog = await seen('[role=dialog]')
  await vi.waitFor(() => expect(dialog.textContent).toContain('铁西区'))
  return { dialog, saved, closed }
}

const seen = (selector: string) =>
  vi.waitFor(() => {
    const found = document.querySelector<HTMLElement>(selector)
    if (!found) throw new Error(`there is no ${selector}`)
    return found
  })
const type = (field: HTMLInputElement | null, text: string) => {
  if (!field) throw new Error('there is no such field')
  field.value = text
  field.dispatchEvent(new Event('input'))
}
const nameField = (dialog: HTMLElement) => dialog.querySelector<HTMLInputElement>('input[type=text]')
const submit = (dialog: HTMLElement) =>
  dialog.querySelector('form')?.dispatchEvent(new Event('submit', { cancelable: true }))
const escape = (dialog: HTMLElement) =>
  dialog.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }))

describe('the form of a cluster', () => {
  beforeAll(() => network.listen({ onUnhandledRequest: 'error' }))
  afterEach(() => {
    opened.splice(0).forEach((app) => app.unmount())
    network.resetHandlers()
  })
  afterAll(() => network.close())

  it('begins a new cluster with the suggested counties, which are nobody’s work yet', async () => {
    const { dialog, closed } = await open()
    await vi.waitFor(() => expect(dialog.textContent).toContain('已选 1 / 60'))
    escape(dialog)
    expect(closed).toHaveBeenCalledOnce()
  })

  it('says what is wrong at each field and sends nothing', async () => {
    const { dialog, saved } = await open({ ...cluster, counties: [] })
    type(nameField(dialog), '一')
    submit(dialog)
    await vi.waitFor(() => expect(dialog.textContent).toContain('现为 1 个字'))
    expect(dialog.textContent).toContain('请至少选 1 个区县')
    expect(saved).toEqual([])
  })

  it('shows a refusal of the server at the field it names, and keeps what was typed', async () => {
    const detail = '本省已有名为“沈阳机床”的集群，请换一个名称'
    network.use(
      http.put('*/api/v1/industry-clusters/:id', () =>
        HttpResponse.json({ type: 'about:blank', title: '冲突', status: 409, detail, field: 'name' }, { status: 409 }),
      ),
    )
    const { dialog, saved } = await open(cluster)
    type(nameField(dialog), '沈阳机床')
    submit(dialog)
    await vi.waitFor(() => expect(dialog.textContent).toContain(detail))
    expect(nameField(dialog)?.getAttribute('aria-invalid')).toBe('true')
    expect(nameField(dialog)?.value).toBe('沈阳机床')
    expect(saved).toEqual([])
  })

  it('asks before it throws changes away', async () => {
    const { dialog, closed } = await open(cluster)
    type(nameField(dialog), '改了一半')
    escape(dialog)
    await vi.waitFor(() => expect(dialog.textContent).toContain('修改尚未保存'))
    expect(closed).not.toHaveBeenCalled()
  })

  it('sends the revision it is based on, and nulls for what was left empty', async () => {
    let sent: unknown
    network.use(
      http.put('*/api/v1/industry-clusters/:id', async ({ request }) => {
        sent = await request.json()
        return HttpResponse.json({ ...cluster, revision: 2 })
      }),
    )
    const { dialog, saved } = await open(cluster)
    submit(dialog)
    await vi.waitFor(() => expect(saved).toHaveLength(1))
    expect(sent).toEqual({
      name: '沈阳机床集群',
      chain: 'cnc-machine-tools',
      node: null,
      level: 'own',
      batchName: null,
      document: null,
      counties: ['210106'],
      revision: 1,
    })
  })
})
