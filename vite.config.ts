import { fileURLToPath, URL } from 'node:url'
import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vitest/config'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

export default defineConfig({
  plugins: [vue()],
  resolve: {
    alias: {
      '@contract': here('./contract'),
      '@domain': here('./domain'),
      '@server': here('./server'),
      '@packs': here('./packs'),
      '@mock': here('./mock'),
      '@': here('./src'),
    },
  },
  // The oldest browser on officials' desks is Chromium 83; syntax is lowered below it.
  build: {
    target: 'chrome80',
    cssTarget: 'chrome80',
    sourcemap: false,
    // The setting that keeps schemas from trying `new Function` must run before the first schema, in whatever file that is.
    rolldownOptions: {
      output: { codeSplitting: { groups: [{ name: 'zod', test: /node_modules\/zod\/|strictCsp/u }] } },
    },
  },
  test: {
    // Neither UTC nor Beijing time, so that a date which leans on the machine's zone shows.
    env: { TZ: 'Asia/Kolkata' },
    // An embedded database takes half a gigabyte; two at a time fit everywhere.
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['{bench,contract,domain,mock,packs,scripts,server,src}/**/*.test.ts'],
          testTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'api',
          include: ['tests/{api,conformance,durability,lint}/**/*.test.ts'],
          globalSetup: './tests/drivers/testData.ts',
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'e2e',
          include: ['tests/e2e/**/*.test.ts'],
          globalSetup: './tests/drivers/demoProduct.ts',
          // Journeys share one screen's worth of processor time.
          fileParallelism: false,
          testTimeout: 90_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
})
