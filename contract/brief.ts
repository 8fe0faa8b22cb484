import { z } from 'zod'
import { VALUE_FORMS } from '@domain/figure/figureInput'
import { Decimal, Period, Suppression, View, ViewQuery } from './common'
import { Strength } from './panorama'

export const BriefQuery = ViewQuery
export type BriefQuery = z.input<typeof BriefQuery>

/** 来源 of a number in the text. */
export const BriefCitation = z
  .object({
    mark: z.int(),
    name: z.string(),
    subject: z.string(),
    value: z.string(),
    period: z.string(),
    ref: z.string().nullable().meta({ description: '数字身份证的编号' }),
    basis: z.string().nullable(),
  })
  .meta({ id: 'BriefCitation' })
export type BriefCitation = z.infer<typeof BriefCitation>

export const BriefSentence = z
  .object({
    id: z.enum(['status', 'problems', 'advice']),
    label: z.string(),
    segments: z.array(z.object({ text: z.string(), marks: z.array(z.int()) })),
  })
  .meta({ id: 'BriefSentence' })
export type BriefSentence = z.infer<typeof BriefSentence>

export const BriefFigure = z
  .object({
    name: z.string(),
    value: Decimal.nullable(),
    form: z.enum(VALUE_FORMS),
    unit: z.string(),
    decimals: z.int().nullable(),
    suppressed: Suppression.nullable(),
    estimated: z.string().nullable().meta({ description: '推算：怎样推算的' }),
    missing: z.string(),
    note: z.string().nullable(),
    ref: z.string(),
  })
  .meta({ id: 'BriefFigure' })
export type BriefFigure = z.infer<typeof BriefFigure>

export const BriefNodes = z
  .object({
    strength: Strength,
    total: z.int(),
    nodes: z.array(z.object({ id: z.string(), name: z.string(), enterprises: z.int(), ref: z.string() })),
  })
  .meta({ id: 'BriefNodes' })

export const Brief = z
  .object({
    view: View,
    title: z.string(),
    period: Period,
    sentences: z.array(BriefSentence).meta({ description: '没有可说的不列' }),
    citations: z.array(BriefCitation),
    figures: z.array(BriefFigure),
    /** 强、弱、缺, the heaviest nodes first. */
    nodes: z.array(BriefNodes),
    method: z.array(z.string()),
  })
  .meta({ id: 'Brief' })
export type Brief = z.infer<typeof Brief>
