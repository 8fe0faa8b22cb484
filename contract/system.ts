import { z } from 'zod'

export const Health = z.object({ status: z.literal('ok') }).meta({ id: 'Health' })

export const Readiness = z
  .object({ status: z.enum(['ready', 'starting', 'unavailable']), detail: z.string().nullable() })
  .meta({ id: 'Readiness' })

export const Version = z
  .object({
    product: z.string(),
    version: z.string(),
    contract: z.string(),
    database: z.enum(['embedded', 'postgresql', 'browser']),
  })
  .meta({ id: 'Version' })
export type Version = z.infer<typeof Version>
