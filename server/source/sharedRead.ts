/**
 * One read for all who ask at about the same time. Whoever asks while a read is running shares the next one, not the
 * running one: that may have begun before what he has just been told was done.
 */
export function sharedRead<T>(read: () => Promise<T>): () => Promise<T> {
  let running: Promise<unknown> = Promise.resolve()
  let next: Promise<T> | null = null
  return () => {
    next ??= running.then(() => {
      next = null
      const started = read()
      running = started.catch(() => undefined)
      return started
    })
    return next
  }
}
