/** The last day of a term of whole years that begins on `day`: 2023-07-14 + 3 → 2026-07-13. */
export function dayAfterYears(day: string, years: number): string {
  return plusDays(`${Number(day.slice(0, 4)) + years}${day.slice(4)}`, -1)
}

const DAY_MS = 86_400_000

/** ISO day arithmetic in UTC; 02-29 of a common year reads as 03-01. */
export function plusDays(day: string, days: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  return new Date(Date.UTC(year, month - 1, date) + days * DAY_MS).toISOString().slice(0, 10)
}
