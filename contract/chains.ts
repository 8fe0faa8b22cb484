import { z } from 'zod'
import { ChainKey, RegionCode } from './common'

const Text = (max: number) => z.string().trim().min(1).max(max)

/** Shape of an uploaded chain pack (产业链包); its meaning is judged by the pack validator. */
export const ChainPackDocument = z
  .strictObject({
    id: ChainKey,
    name: Text(40),
    edition: Text(40),
    asOf: z.string().regex(/^\d{4}-\d{2}(-\d{2})?$/),
    summary: z.string().max(2000),
    sources: z
      .array(z.strictObject({ id: Text(64), title: Text(400), note: z.string().max(1000).optional() }))
      .max(100),
    stages: z.array(z.strictObject({ id: z.enum(['up', 'mid', 'down']), name: Text(10), title: Text(60) })).max(3),
    groups: z.array(z.strictObject({ id: ChainKey, stage: z.enum(['up', 'mid', 'down']), name: Text(40) })).max(80),
    nodes: z
      .array(
        z.strictObject({
          id: ChainKey,
          group: ChainKey,
          name: Text(40),
          weight: z.union([z.literal(1), z.literal(2), z.literal(3)]),
          codes: z.array(z.strictObject({ code: z.string().regex(/^\d{2,4}$/), part: z.boolean().optional() })).max(40),
          keywords: z.array(Text(40)).max(80),
          weakKeywords: z.array(Text(40)).max(80).optional(),
          excludes: z.array(Text(40)).max(120).optional(),
          services: z.boolean().optional(),
          note: z.string().max(400).optional(),
        }),
      )
      .max(400),
    edges: z
      .array(z.strictObject({ from: ChainKey, to: ChainKey, product: Text(60), cycle: z.boolean().optional() }))
      .max(2000),
  })
  .meta({ id: 'ChainPack' })

export const ChainEdition = z
  .object({
    edition: z.string(),
    asOf: z.string(),
    builtIn: z.boolean(),
    active: z.boolean(),
    createdAt: z.string(),
    nodes: z.int(),
    edges: z.int(),
  })
  .meta({ id: 'ChainEdition' })

export const ChainSummary = z
  .object({
    id: ChainKey,
    name: z.string(),
    edition: z.string(),
    summary: z.string(),
    nodes: z.int(),
    edges: z.int(),
    groups: z.int(),
    editions: z.array(ChainEdition),
  })
  .meta({ id: 'ChainSummary' })
export type ChainSummary = z.infer<typeof ChainSummary>

export const ChainList = z.object({ region: RegionCode, chains: z.array(ChainSummary) }).meta({ id: 'ChainList' })
export type ChainList = z.infer<typeof ChainList>

export const PackFinding = z
  .object({ level: z.enum(['error', 'warning']), code: z.string(), at: z.string(), message: z.string() })
  .meta({ id: 'PackFinding' })
export type PackFinding = z.infer<typeof PackFinding>

/** What an upload of a pack did: findings always; stored only without errors and without `dryRun`. */
export const PackUploadAnswer = z
  .object({
    accepted: z.boolean(),
    stored: z.boolean(),
    findings: z.array(PackFinding),
    changes: z.object({ added: z.array(z.string()), removed: z.array(z.string()), changed: z.array(z.string()) }),
    /** The reclassification that follows; poll it. */
    job: z.string().nullable(),
  })
  .meta({ id: 'PackUploadAnswer' })
export type PackUploadAnswer = z.infer<typeof PackUploadAnswer>

export const Job = z
  .object({
    id: z.string(),
    kind: z.enum(['classify']),
    status: z.enum(['running', 'done', 'failed']),
    done: z.int(),
    total: z.int(),
    message: z.string().nullable(),
  })
  .meta({ id: 'Job' })
export type Job = z.infer<typeof Job>
