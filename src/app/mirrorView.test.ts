// @vitest-environment happy-dom
import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, describe, expect, it } from 'vitest'
import { createMemoryHistory, createRouter, type Router } from 'vue-router'
import { useView } from '@/stores/view'
import { mirrorView } from './mirrorView'

const Page = { template: '<p />' }

async function open(address: string) {
  const pinia = createPinia()
  setActivePinia(pinia)
  const router = createRouter({
    history: createMemoryHistory(),
    routes: [
      { path: '/panorama', component: Page, meta: { title: '', mirrorsView: true } },
      { path: '/intake', name: 'intake', component: Page, meta: { title: '' } },
    ],
  })
  mirrorView(router, pinia)
  await router.push(address)
  return { router, view: useView() }
}

/** The mirror navigates by itself; this waits for where it arrives. */
const arrival = (router: Router) => new Promise<void>((done) => router.afterEach(() => done()))

describe('address and view', () => {
  beforeEach(() => localStorage.clear())

  it('restores the picture of a pasted link', async () => {
    const { view } = await open('/panorama?region=500000&chain=nev&show=table')
    expect([view.region, view.chain, view.show]).toEqual(['500000', 'nev', 'table'])
  })

  it('cleans what it does not understand out of the address', async () => {
    const { router, view } = await open('/panorama?scope=everything')
    await arrival(router)
    expect(router.currentRoute.value.fullPath).toBe('/panorama')
    expect(view.hints).toHaveLength(1)
  })

  it('writes each choice as a step, and goes back by it', async () => {
    const { router, view } = await open('/panorama')
    let arrived = arrival(router)
    view.selectScope('above')
    await arrived
    expect(router.currentRoute.value.query).toEqual({ scope: 'above' })
    arrived = arrival(router)
    router.back()
    await arrived
    expect(view.scope).toBe('all')
  })

  it('writes a correction over the step it corrects', async () => {
    const { router, view } = await open('/panorama?scope=above')
    let arrived = arrival(router)
    view.focusNode('gone')
    await arrived
    arrived = arrival(router)
    view.correct({ node: null }, '没有这个环节')
    await arrived
    arrived = arrival(router)
    router.back()
    await arrived
    expect(router.currentRoute.value.query).toEqual({ scope: 'above' })
    expect(view.node).toBeNull()
  })

  it('leaves the addresses of other pages alone and comes back to where it was', async () => {
    const { router, view } = await open('/panorama?node=gear')
    await router.push('/intake')
    view.selectRegion('210200')
    expect(router.currentRoute.value.fullPath).toBe('/intake')
    const arrived = arrival(router)
    await router.push('/panorama')
    await arrived
    expect([view.region, view.node]).toEqual(['210200', 'gear'])
  })
})
