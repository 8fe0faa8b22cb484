import { shallowRef } from 'vue'
import { defineStore } from 'pinia'
import { readChoice, rememberChoice } from '@/lib/storedChoice'

export type Theme = 'dark' | 'light'

const KEY = 'theme'

/** Dark or light, remembered on this machine. */
export const useTheme = defineStore('theme', () => {
  const theme = shallowRef<Theme>(readChoice(KEY) === 'light' ? 'light' : 'dark')
  apply()

  function toggle() {
    theme.value = theme.value === 'dark' ? 'light' : 'dark'
    rememberChoice(KEY, theme.value)
    apply()
  }

  function apply() {
    document.documentElement.dataset.theme = theme.value
  }

  return { theme, toggle }
})
