import { z } from 'zod'

/** 工作人员 / 访客: a visitor reads the public side and changes nothing. */
export const Audience = z.enum(['staff', 'visitor']).meta({ id: 'Audience' })
export type Audience = z.infer<typeof Audience>

export const Session = z
  .object({
    audience: Audience,
    canLeave: z.boolean().meta({ description: 'false = 本系统只供访客查看，不能离开访客模式' }),
  })
  .meta({ id: 'Session' })
export type Session = z.infer<typeof Session>

export const SessionChange = z.strictObject({ audience: Audience }).meta({ id: 'SessionChange' })
export type SessionChange = z.infer<typeof SessionChange>
