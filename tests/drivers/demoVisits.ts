import type { Browser, BrowserContextOptions } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest'
import { apiOf } from './api'
import { startBrowser, visit, type Visit } from './browser'

/** The product with its demonstration data, started once for all journeys that only look. */
export const demoUrl = process.env['DEMO_PRODUCT_URL'] ?? ''
export const demoApi = apiOf({ request: (route, init) => fetch(new URL(String(route), demoUrl), init) })

export interface DemoVisit extends Visit {
  /** Somebody else, who may meet the troubles that `isExpected` knows, and leaves by himself. */
  another(isExpected: (trouble: string) => boolean): Promise<Visit>
}

/** To each test of a file comes a person of its own, who must leave without any trouble. */
export function demoVisits(options?: BrowserContextOptions): DemoVisit {
  let browser: Browser
  let person: Visit
  beforeAll(async () => {
    browser = await startBrowser()
  })
  afterAll(() => browser.close())
  beforeEach(async () => {
    person = await visit(browser, demoUrl, options)
  })
  afterEach(async () => {
    await person.leave()
    expect(person.troubles).toEqual([])
  })
  return {
    get page() {
      return person.page
    },
    get troubles() {
      return person.troubles
    },
    open: (route) => person.open(route),
    leave: () => person.leave(),
    another: (isExpected) => visit(browser, demoUrl, options, isExpected),
  }
}
