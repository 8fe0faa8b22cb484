import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { isSoftwareRenderer } from './softwareRendering'

describe('a renderer', () => {
  it.each([
    'ANGLE (Google, Vulkan 1.3.0 (SwiftShader Device (Subzero) (0x0000C0DE)), SwiftShader driver)',
    'llvmpipe (LLVM 15.0.7, 256 bits)',
    'Gallium 0.4 on softpipe',
  ])('that runs on the processor is known: %s', (name) => expect(isSoftwareRenderer(name)).toBe(true))

  it.each(['ANGLE (Intel, Intel(R) UHD Graphics 630 Direct3D11)', 'NVIDIA GeForce GTX 1060', ''])(
    'with a graphics card of its own, or unknown, is left as it is: “%s”',
    (name) => expect(isSoftwareRenderer(name)).toBe(false),
  )
})

describe('the installed MapLibre', () => {
  const read = (file: string) =>
    readFileSync(fileURLToPath(new URL(`../../node_modules/maplibre-gl/${file}`, import.meta.url)), 'utf8')

  it('still draws a sky only where its style has values for one, which the remedy for software rendering takes away', () => {
    expect(read('package.json')).toContain('"version": "6.17.0"')
    const source = read('dist/maplibre-gl-dev.mjs')
    expect(source).toContain('sky: this.style.sky?.getEvaluated()')
    expect(source).toContain('if (data.sky) this.drawFunctions.sky(')
  })
})
