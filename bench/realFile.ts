import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** Public test data beside the repository; absent on most machines. */
const DATA = new URL('../../shared/data/', import.meta.url)

/** Path of a real register, or null with one line on the console when the data is not on this machine. */
export function realFile(file: string): string | null {
  const path = fileURLToPath(new URL(file, DATA))
  if (existsSync(path)) return path
  console.log(`skipped: ${file} is not on this machine`)
  return null
}
