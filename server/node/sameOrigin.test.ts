import { Hono } from 'hono'
import { describe, expect, it } from 'vitest'
import { sameOrigin } from './sameOrigin'

const site = (loopbackOnly: boolean) =>
  new Hono()
    .use(sameOrigin(loopbackOnly))
    .get('/x', (c) => c.text('read'))
    .post('/x', (c) => c.text('written'))

const status = async (loopbackOnly: boolean, method: string, headers: Record<string, string>) =>
  (await site(loopbackOnly).request('/x', { method, headers })).status

describe('sameOrigin', () => {
  it.each([
    [
      'a page of our own',
      { host: '127.0.0.1:8080', origin: 'http://127.0.0.1:8080', 'sec-fetch-site': 'same-origin' },
      200,
    ],
    ['a program', { host: '127.0.0.1:8080' }, 200],
    ['IPv6 loopback', { host: '[::1]:8080', origin: 'http://[::1]:8080' }, 200],
    ['another site', { host: '127.0.0.1:8080', origin: 'https://evil.example' }, 403],
    ['another port of this machine', { host: '127.0.0.1:8080', origin: 'http://127.0.0.1:9000' }, 403],
    ['a sandboxed frame', { host: '127.0.0.1:8080', origin: 'null' }, 403],
    ['another site without Origin', { host: '127.0.0.1:8080', 'sec-fetch-site': 'cross-site' }, 403],
  ])('answers a write by %s', async (_who, headers, expected) => {
    expect(await status(true, 'POST', headers)).toBe(expected)
  })

  it('refuses reads under a foreign name while it listens on loopback only', async () => {
    expect(await status(true, 'GET', { host: 'evil.example' })).toBe(403)
    expect(await status(true, 'GET', { host: 'localhost:8080' })).toBe(200)
    expect(await status(false, 'GET', { host: 'brain.example.gov' })).toBe(200)
  })
})
