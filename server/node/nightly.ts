import type { Logger } from 'pino'

/** When nobody looks at the screen. */
const HOUR = 3

/** Runs a piece of maintenance every night; returns the way to stop. */
export function everyNight(work: () => Promise<void>, log: Logger, now = () => new Date()): () => void {
  let timer: NodeJS.Timeout
  const plan = () => {
    timer = setTimeout(() => {
      void work()
        .catch((error: unknown) => log.error({ err: error }, 'nightly maintenance failed'))
        .finally(plan)
    }, untilNight(now()))
    timer.unref()
  }
  plan()
  return () => clearTimeout(timer)
}

/** Milliseconds to the next 03:00 of this machine's clock. */
export function untilNight(now: Date): number {
  const night = new Date(now)
  night.setHours(HOUR, 0, 0, 0)
  if (night <= now) night.setDate(night.getDate() + 1)
  return night.getTime() - now.getTime()
}
