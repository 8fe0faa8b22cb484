import { expect, it } from 'vitest'
import type { Session } from '@contract/session'
import { LOCAL_PRINCIPAL } from '@server/source/principal'
import { apiOf } from '../drivers/api'
import { describeApi } from '../drivers/eachHost'
import { appAs } from '../drivers/hosts'
import { VISITOR_ROUTES } from '../fixtures/visitorRoutes'

const VISITOR = { cookie: 'audience=visitor' }

describeApi('the routes of the interface', (product) => {
  it('are each classified as open to visitors or for staff', async () => {
    const { paths } = await product.api.get<{ paths: Record<string, object> }>('/openapi.json')
    const operations = Object.entries(paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path.replace('/api/v1', '')}`),
    )
    expect(operations.sort()).toEqual(Object.keys(VISITOR_ROUTES).sort())
  })

  it.each(Object.entries(VISITOR_ROUTES))('%s is refused or answered as classified', async (operation, questions) => {
    const [method = '', route = ''] = operation.split(' ')
    const path = route.replace(/\{\w+\}/gu, '210000')
    const answer = await product.api.send(method, path, undefined, VISITOR)
    if (questions !== 'staff') return expect(answer.status).not.toBe(403)
    expect(answer.status).toBe(403)
    expect(await answer.json()).toMatchObject({ detail: expect.stringMatching(/访客/u) as string })
  })

  it('never hear anything but the one word of the cookie', async () => {
    for (const cookie of ['audience=staff', 'audience=', 'audience=Visitor', 'x=visitor', 'audience=visitors'])
      expect((await product.api.send('GET', '/batches', undefined, { cookie })).status).toBe(200)
    expect((await product.api.send('GET', '/batches', undefined, { cookie: 'a=b; audience=visitor' })).status).toBe(403)
  })
})

describeApi('a session', (product) => {
  it('is of staff at first, and of a visitor with the cookie that PUT /session gives', async () => {
    const { api } = product
    expect(await api.get<Session>('/session')).toEqual({ audience: 'staff', canLeave: true })
    const entering = await api.send('PUT', '/session', { audience: 'visitor' })
    const cookie = entering.headers.get('set-cookie') ?? ''
    expect(cookie).toMatch(/^audience=visitor; Max-Age=\d{7,}; Path=\/; HttpOnly; SameSite=Strict$/u)
    const visitor = await api.send('GET', '/session', undefined, { cookie: cookie.split(';')[0] ?? '' })
    expect(await visitor.json()).toEqual({ audience: 'visitor', canLeave: true })
    const leaving = await api.send('PUT', '/session', { audience: 'staff' }, VISITOR)
    expect(leaving.headers.get('set-cookie')).toMatch(/^audience=staff; Max-Age=0; Path=\//u)
    expect((await api.refusal('PUT', '/session', { audience: 'admin' })).status).toBe(400)
  })

  it('cannot be left where the whole instance is for visitors, whatever the cookie says', async () => {
    const kiosk = apiOf(appAs(product.host, LOCAL_PRINCIPAL, { visitorsOnly: true }))
    const staff = { cookie: 'audience=staff' }
    expect(await (await kiosk.send('GET', '/session', undefined, staff)).json()).toEqual({
      audience: 'visitor',
      canLeave: false,
    })
    expect((await kiosk.send('GET', '/batches', undefined, staff)).status).toBe(403)
    expect(await kiosk.refusal('PUT', '/session', { audience: 'staff' })).toMatchObject({
      status: 403,
      problem: { field: 'audience' },
    })
  })
})
