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
  build: { target: 'chrome80', cssTarget: 'chrome80', sourcemap: false },
})
