import { z } from 'zod'
import { CHECKS, LINK_KINDS, SEVERITIES } from '@domain/checkup/finding'
import { Decimal, Period, RegionCode, Suppression, View, ViewQuery } from './common'

/** The view that is about to be talked about; 全国 has nothing of its own to check. */
export const CheckupQuery = ViewQuery
export type CheckupQuery = z.input<typeof CheckupQuery>

export const Severity = z.enum(SEVERITIES).meta({ id: 'CheckupSeverity', description: '须改 / 要看 / 提示' })

export const FindingNumber = z
  .object({
    label: z.string(),
    value: Decimal.nullable(),
    unit: z.string(),
    decimals: z.int().nullable().meta({ description: '显示的小数位；null = 照原数' }),
    suppressed: Suppression.nullable(),
    ref: z.string().nullable().meta({ description: '数字身份证的编号' }),
  })
  .meta({ id: 'FindingNumber' })

/** Where a finding can be set right, or at least looked at. */
export const FindingLink = z
  .object({
    kind: z.enum(LINK_KINDS).meta({ description: '批次 / 区域指标 / 集群地图的表 / 指标目录 / 产业链库 / 数据接入' }),
    target: z.string().nullable().meta({ description: '批次编号或指标标识' }),
    region: RegionCode.nullable(),
    text: z.string(),
  })
  .meta({ id: 'FindingLink' })

export const Finding = z
  .object({
    id: z.string(),
    check: z.enum(CHECKS),
    severity: Severity,
    weight: z.number().meta({ description: '排序用：越大越靠前' }),
    title: z.string(),
    regions: z.array(z.object({ code: RegionCode, name: z.string() })),
    indicator: z.object({ id: z.string(), name: z.string() }).nullable(),
    period: Period.nullable(),
    enterprise: z.object({ creditCode: z.string(), name: z.string() }).nullable(),
    batch: z.object({ id: z.string(), fileName: z.string(), row: z.int().nullable() }).nullable(),
    numbers: z.array(FindingNumber),
    why: z.string(),
    remedy: z.string(),
    link: FindingLink,
  })
  .meta({ id: 'Finding' })
export type Finding = z.infer<typeof Finding>

/** One thing that a check looked at: 没有发现问题 of 0 items is 无可检查. */
export const CheckPart = z
  .object({
    what: z.string(),
    items: z.int(),
    unit: z.string(),
    note: z.string().nullable(),
    findings: z.int(),
  })
  .meta({ id: 'CheckPart' })

export const Check = z
  .object({
    id: z.enum(CHECKS),
    name: z.string(),
    question: z.string(),
    state: z.enum(['found', 'clear', 'nothing']).meta({ description: '有发现 / 没有发现问题 / 无可检查' }),
    parts: z.array(CheckPart),
    red: z.int(),
    amber: z.int(),
    note: z.int(),
    more: z.int().meta({ description: '还有多少条没有列出' }),
  })
  .meta({ id: 'Check' })
export type Check = z.infer<typeof Check>

export const Checkup = z
  .object({
    view: View,
    checkedAt: z.string(),
    checks: z.array(Check),
    /** By weight, the heaviest first. */
    findings: z.array(Finding),
    thresholds: z.array(z.string()).meta({ description: '判定标准与理由' }),
  })
  .meta({ id: 'Checkup' })
export type Checkup = z.infer<typeof Checkup>
