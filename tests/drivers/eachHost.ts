import { afterAll, beforeAll, describe } from 'vitest'
import { apiOf, type Api } from './api'
import { HOST_KINDS, openTestHost, type HostKind, type TestHost } from './hosts'

/** A product that is there while the tests run; its members are set before the first of them. */
export interface Product {
  host: TestHost
  api: Api
}

/** The same suite over the embedded database and over PostgreSQL, each with an empty product of its own. */
export function describeApi(
  title: string,
  suite: (product: Product) => void,
  kinds: readonly HostKind[] = HOST_KINDS,
  options: Parameters<typeof openTestHost>[1] = {},
): void {
  describe.each(kinds)(`${title} (%s)`, (kind) => {
    const product = {} as Product
    beforeAll(async () => {
      product.host = await openTestHost(kind, options)
      product.api = apiOf(product.host.app)
    })
    afterAll(() => product.host?.close())
    suite(product)
  })
}
