import { Hono } from 'hono'
import { describe, expect, it } from 'vitest'
import { readEngineOrigins, securityHeaders } from './securityHeaders'

async function directives(engineOrigins?: string[]) {
  const answer = await new Hono().use(securityHeaders(engineOrigins)).request('/')
  const policy = answer.headers.get('content-security-policy') ?? ''
  return new Map(policy.split('; ').map((line) => [line.split(' ')[0], line.split(' ').slice(1).join(' ')]))
}

describe('the content security policy', () => {
  it('lets the page talk to its own origin only', async () => {
    const policy = await directives()
    expect(policy.get('connect-src')).toBe("'self'")
    expect(policy.get('worker-src')).toBe("'self'")
    expect(policy.get('default-src')).toBe("'none'")
  })

  it('lets Mapbox GL reach its server and make its worker, once the operator names the server', async () => {
    const policy = await directives(readEngineOrigins('https://api.mapbox.com, https://events.mapbox.com'))
    expect(policy.get('connect-src')).toBe("'self' https://api.mapbox.com https://events.mapbox.com")
    expect(policy.get('worker-src')).toBe("'self' blob:")
    expect(policy.get('script-src')).toBe("'self'")
  })
})

describe('MAP_ENGINE_ORIGINS', () => {
  it('may be missing or empty', () => {
    expect(readEngineOrigins(undefined)).toEqual([])
    expect(readEngineOrigins(' ')).toEqual([])
  })

  it.each([
    'http://api.mapbox.com',
    'https://api.mapbox.com/',
    'https://api.mapbox.com/v4',
    'https://*',
    '*',
    "'unsafe-eval'",
    'https://a.example;script-src',
    'api.mapbox.com',
  ])('refuses %s', (text) => {
    expect(() => readEngineOrigins(text)).toThrow('MAP_ENGINE_ORIGINS')
  })

  it('takes a server of the customer on a port of its own', () => {
    expect(readEngineOrigins('https://atlas.gov.example:8443')).toEqual(['https://atlas.gov.example:8443'])
  })
})
