import { fileURLToPath } from 'node:url'
import { ESLint } from 'eslint'
import { describe, expect, it } from 'vitest'

const eslint = new ESLint({ cwd: fileURLToPath(new URL('../..', import.meta.url)) })

async function rulesBroken(filePath: string, code: string): Promise<(string | null)[]> {
  const [result] = await eslint.lintText(code, { filePath })
  return (result?.messages ?? []).map(({ ruleId }) => ruleId)
}

const component = (line: string) =>
  `<script setup lang="ts">\n${line}\n</script>\n\n<template>\n  <p>文</p>\n</template>\n`
const use = (from: string) => `import { something } from '${from}'\n\nexport const made = something()\n`

describe('who may import whom', () => {
  it.each([
    ['src/features/intake/probe.ts', '@/features/panorama/panoramaPaint'],
    ['src/features/intake/probe.ts', '../panorama/panoramaPaint'],
    ['src/features/clusters/compare/probe.ts', '@/features/panorama/panoramaPaint'],
    ['src/features/intake/probe.ts', '@server/app'],
    ['src/features/intake/probe.ts', '@mock/start'],
    ['src/features/intake/probe.ts', 'axios'],
    ['src/features/intake/probe.ts', '@antv/g6'],
    ['src/components/probe.ts', '@/stores/view'],
    ['src/components/probe.ts', '@/api/http'],
    ['src/lib/probe.ts', '@/stores/view'],
    ['src/graph/probe.ts', '@contract/panorama'],
    ['src/graph/probe.ts', '@/features/panorama/panoramaPaint'],
    ['src/stores/probe.ts', '@/components/AppButton.vue'],
    ['src/api/probe.ts', '@server/app'],
    ['src/app/probe.ts', '@server/app'],
    ['domain/chain/probe.ts', '@contract/common'],
    ['domain/chain/probe.ts', '@server/app'],
    ['domain/chain/probe.ts', 'node:fs'],
    ['domain/chain/probe.ts', 'vue'],
    ['domain/chain/probe.ts', 'kysely'],
    ['contract/probe.ts', '@server/app'],
    ['server/source/probe.ts', '@/api/http'],
    ['server/source/probe.ts', '@mock/start'],
    ['mock/probe.ts', '@/api/http'],
  ])('%s may not import %s', async (file, from) => {
    expect(await rulesBroken(file, use(from))).toContain('no-restricted-imports')
  })

  it('holds inside a component too', async () => {
    const code = component("import { http } from 'axios'\n\nhttp.get('/')")
    expect(await rulesBroken('src/features/intake/ProbePanel.vue', code)).toContain('no-restricted-imports')
  })

  it.each([
    ['src/features/intake/probe.ts', '@/components/probe'],
    ['src/features/intake/probe.ts', '@domain/period/period'],
    ['src/features/intake/probe.ts', './batchWords'],
    ['src/features/clusters/compare/probe.ts', '@/features/clusters/clusterMap'],
    ['src/graph/probe.ts', '@antv/g6'],
    ['src/api/probe.ts', 'axios'],
    ['server/source/probe.ts', '@domain/period/period'],
    ['mock/probe.ts', '@server/app'],
  ])('%s may import %s', async (file, from) => {
    expect(await rulesBroken(file, use(from))).toEqual([])
  })
})

describe('the house rules', () => {
  it.each([
    ['no any', 'src/lib/probe.ts', 'export const value: any = 1\n', '@typescript-eslint/no-explicit-any'],
    ['no invented numbers', 'src/lib/probe.ts', 'export const value = Math.random()\n', 'no-restricted-properties'],
    [
      'no Node in what the browser runs',
      'server/source/probe.ts',
      'export const value = process.env\n',
      'no-restricted-globals',
    ],
    ['short files', 'src/lib/probe.ts', 'export const a = 1\n'.repeat(301), 'max-lines'],
  ])('want %s', async (_what, file, code, rule) => {
    expect(await rulesBroken(file, code)).toContain(rule)
  })

  it('want no string HTML', async () => {
    const code =
      '<script setup lang="ts">\nconst text = \'甲\'\n</script>\n\n<template>\n  <p v-html="text" />\n</template>\n'
    expect(await rulesBroken('src/features/intake/ProbePanel.vue', code)).toContain('vue/no-v-html')
  })
})
