import type { Context } from 'hono'

/** Raised when the shape of an answer changes: after an upgrade a browser must not take its old copy for the new one. */
const CONTRACT = '2'

/**
 * The entity tag of an answer: data version within this URL, and what else the answer depends on. True when the caller
 * has it already; the headers are set either way.
 */
export const isFresh = (c: Context, dataset: string, version: number | string): boolean =>
  isTagFresh(c, `${CONTRACT}-${dataset}-${version}`)

/** The same for an answer that depends on no data set; `part` is the tag without its quotes. */
export function isTagFresh(c: Context, part: string): boolean {
  // Visitors get answers of their own, which must not be taken for those of staff after 访客模式 was left or entered.
  const tag = `"${part}-${c.get('audience')}"`
  c.header('ETag', tag)
  c.header('Cache-Control', 'private, no-cache')
  // Compression on the way turns the tag into a weak one.
  return c.req.header('if-none-match')?.replace(/^W\//, '') === tag
}
