/** The value below which `share` of the samples lie (nearest rank). */
export function percentile(samples: readonly number[], share: number): number {
  const sorted = [...samples].sort((a, b) => a - b)
  return sorted[Math.max(Math.ceil(sorted.length * share) - 1, 0)] ?? Number.NaN
}

export const median = (samples: readonly number[]) => percentile(samples, 0.5)

/** 中位数（最小–最大）. */
export function spread(samples: readonly number[], digits = 0): string {
  const show = (value: number) => value.toFixed(digits)
  if (samples.length < 2) return show(median(samples))
  return `${show(median(samples))} (${show(Math.min(...samples))}–${show(Math.max(...samples))})`
}
