import { pino } from 'pino'

/** Structured logs, one JSON object per line; to stderr, so that commands keep stdout for their answers. */
export const createLog = (level = process.env.LOG_LEVEL ?? 'info') => pino({ level, base: null }, pino.destination(2))
