import { readdirSync } from 'node:fs'
import vue from 'eslint-plugin-vue'
import ts from 'typescript-eslint'

/** Who may import whom: each layer may import itself and the layers listed here; nothing else of ours. */
const MAY_IMPORT = {
  // Numbers are shown by the same rounding rule that exports use.
  'src/lib': ['domain'],
  'src/api': ['src/lib', 'contract'],
  'src/stores': ['src/api', 'src/lib', 'contract'],
  'src/composables': ['src/lib'],
  'src/components': ['src/composables', 'src/lib'],
  'src/charts': ['src/lib'],
  'src/graph': ['src/lib'],
  'src/map': ['src/lib'],
  'src/features': [
    'src/api',
    'src/stores',
    'src/composables',
    'src/components',
    'src/charts',
    'src/graph',
    'src/map',
    'src/lib',
    'contract',
    'domain',
  ],
  'src/app': ['src/features', 'src/api', 'src/stores', 'src/composables', 'src/components', 'src/lib', 'contract'],
  domain: [],
  contract: ['domain'],
  server: ['contract', 'domain', 'packs'],
  mock: ['contract', 'domain', 'server'],
}

const ALIAS = { contract: '@contract', domain: '@domain', server: '@server', packs: '@packs', mock: '@mock' }
const aliasOf = (layer) => (layer.startsWith('src/') ? `@/${layer.slice(4)}` : ALIAS[layer])
const EVERY_LAYER = [...Object.keys(MAY_IMPORT), 'packs']

/** Each imperative library has one owner. */
const OWNER = {
  axios: 'src/api',
  echarts: 'src/charts',
  '@antv/g6': 'src/graph',
  '@antv/g': 'src/graph',
  '@antv/g-canvas': 'src/graph',
  'mapbox-gl': 'src/map',
  'maplibre-gl': 'src/map',
}

/** 一屏一夹: a feature may have folders of its own, and reaches into no other feature. */
const FEATURES = readdirSync(new URL('src/features', import.meta.url))

function layerRule(layer, allowed, { files = `${layer}/**/*.{ts,vue}`, alsoBanned = [] } = {}) {
  const foreign = EVERY_LAYER.filter((other) => other !== layer && !allowed.includes(other)).map(aliasOf)
  const libraries = Object.keys(OWNER).filter((library) => OWNER[library] !== layer)
  const banned = [
    ...foreign.map((alias) => `^${alias}(/|$)`),
    ...libraries.map((library) => `^${library}(/|$)`),
    ...(layer.startsWith('src/') ? ['^\\.\\./'] : []),
    ...alsoBanned,
    ...(layer === 'domain' ? ['^node:', '^(vue|hono|kysely|zod)(/|$)'] : []),
  ]
  return {
    files: [files],
    ignores: ['**/*.test.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: banned.map((regex) => ({
            regex,
            message: `${layer} 不可引用它（见 docs/architecture.md“谁可以引用谁”）`,
          })),
        },
      ],
    },
  }
}

export default ts.config(
  { ignores: ['dist/**', 'node_modules/**', 'public/**', 'data/**', 'coverage/**'] },
  ts.configs.recommended,
  vue.configs['flat/recommended'],
  { files: ['**/*.vue'], languageOptions: { parserOptions: { parser: ts.parser } } },
  {
    files: ['**/*.{ts,vue}'],
    rules: {
      'max-lines': ['error', { max: 300, skipBlankLines: true }],
      'max-lines-per-function': ['error', { max: 60, skipBlankLines: true }],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/consistent-type-imports': [
        'error',
        { fixStyle: 'inline-type-imports', disallowTypeAnnotations: false },
      ],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      'no-restricted-properties': [
        'error',
        { object: 'Math', property: 'random', message: '不得编造数据；需要随机数时用带种子的生成器' },
      ],
      'vue/no-v-html': 'error',
      'vue/multi-word-component-names': 'error',
      // Prettier decides the layout.
      'vue/max-attributes-per-line': 'off',
      'vue/singleline-html-element-content-newline': 'off',
      'vue/multiline-html-element-content-newline': 'off',
      'vue/html-self-closing': 'off',
      'vue/html-indent': 'off',
      'vue/html-closing-bracket-newline': 'off',
      'vue/first-attribute-linebreak': 'off',
      'vue/require-default-prop': 'off',
      'vue/attributes-order': 'off',
    },
  },
  // A suite is one function by nature.
  { files: ['**/*.test.ts', 'bench/**'], rules: { 'max-lines-per-function': 'off' } },
  { files: ['src/**/*.vue'], rules: { 'max-lines-per-function': 'off' } },
  {
    // The browser mock runs these too.
    files: ['server/**/*.ts'],
    ignores: ['server/node/**', 'server/db/node/**', '**/*.test.ts'],
    rules: { 'no-restricted-globals': ['error', 'process', 'Buffer', '__dirname'] },
  },
  ...Object.entries(MAY_IMPORT).map(([layer, allowed]) => layerRule(layer, allowed)),
  ...FEATURES.map((feature) =>
    layerRule('src/features', MAY_IMPORT['src/features'], {
      files: `src/features/${feature}/**/*.{ts,vue}`,
      alsoBanned: [`^@/features/(?!${feature}/)`],
    }),
  ),
)
