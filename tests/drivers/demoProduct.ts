import { startProduct } from './product'

/** Before the journeys: the product as first started, with its demonstration data, for all that only look. */
export async function setup(): Promise<() => Promise<void>> {
  const product = await startProduct({ withDemo: true })
  process.env['DEMO_PRODUCT_URL'] = product.url
  return product.stop
}
