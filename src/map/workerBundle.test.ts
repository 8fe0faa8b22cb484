import { fileURLToPath } from 'node:url'
import { build } from 'vite'
import { describe, expect, it } from 'vitest'

/** The worker's own code; what is left of it after wrong shaking is a few hundred bytes. */
const SMALLEST_WORKER = 200_000

describe('the built map engine', () => {
  it('brings a worker file with its code in it and names it as a file of our own origin', async () => {
    const input = fileURLToPath(new URL('./mapLibre.ts', import.meta.url))
    const built = await build({
      logLevel: 'silent',
      build: { write: false, minify: false, rollupOptions: { input, preserveEntrySignatures: 'strict' } },
    })
    const files = [built].flat().flatMap((result) => ('output' in result ? result.output : []))
    const worker = files.find(({ fileName }) => /maplibre-gl-worker.*\.js$/.test(fileName))
    const code = worker?.type === 'asset' ? worker.source : worker?.code
    expect(code?.length ?? 0).toBeGreaterThan(SMALLEST_WORKER)
    const entry = files.find((file) => file.type === 'chunk' && file.isEntry)
    expect(entry?.type === 'chunk' && entry.code.includes(worker?.fileName ?? 'no worker')).toBe(true)
  })
})
