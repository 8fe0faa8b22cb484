import { fileURLToPath } from 'node:url'
import { build, type Rollup } from 'vite'
import { afterEach, describe, expect, it, vi } from 'vitest'

/** The map as it is built, the engines themselves left outside to keep this quick. */
async function chunksOf(token: string | undefined): Promise<Rollup.OutputChunk[]> {
  vi.stubEnv('VITE_MAPBOX_TOKEN', token)
  const built = await build({
    logLevel: 'silent',
    envDir: false,
    build: {
      write: false,
      minify: false,
      rollupOptions: {
        input: fileURLToPath(new URL('./engine.ts', import.meta.url)),
        preserveEntrySignatures: 'strict',
        external: (id) => /^(mapbox|maplibre)-gl/.test(id),
      },
    },
  })
  const files = [built].flat().flatMap((result) => ('output' in result ? result.output : []))
  return files.filter((file) => file.type === 'chunk')
}

const importsOf = (chunks: Rollup.OutputChunk[]) =>
  chunks.flatMap((chunk) => [...chunk.imports, ...chunk.dynamicImports])

describe('a build of the map', () => {
  afterEach(() => vi.unstubAllEnvs())

  it('without a token holds nothing of Mapbox GL', async () => {
    const chunks = await chunksOf(undefined)
    expect(importsOf(chunks).filter((id) => id.startsWith('mapbox-gl'))).toEqual([])
    expect(importsOf(chunks)).toContain('maplibre-gl')
    for (const { code, moduleIds } of chunks) {
      expect(moduleIds.filter((id) => id.includes('mapboxGl'))).toEqual([])
      expect(code).not.toContain('mapbox-gl')
    }
  })

  it('with a token loads Mapbox GL when a map is opened, and MapLibre should the token be refused', async () => {
    const chunks = await chunksOf('pk.test')
    const entry = chunks.find(({ isEntry }) => isEntry)
    expect(entry?.imports ?? []).not.toContain('mapbox-gl')
    expect(importsOf(chunks)).toContain('mapbox-gl')
    expect(importsOf(chunks)).toContain('maplibre-gl')
  })
})
