import { computed, shallowRef } from 'vue'
import { defineStore } from 'pinia'
import type { Audience, Session } from '@contract/session'
import { changeSession, fetchSession } from '@/api/session'
import { rememberChoice } from '@/lib/storedChoice'

/** Other tabs hear of a change by this key; what it holds says nothing, the server is asked. */
export const SESSION_KEY = 'session-changed'

/** 访客模式: who looks at the screen. The server decides what they get; this only keeps the interface in step. */
export const useSession = defineStore('session', () => {
  const session = shallowRef<Session>({ audience: 'staff', canLeave: true })
  const isVisitor = computed(() => session.value.audience === 'visitor')

  async function load() {
    session.value = await fetchSession()
  }

  async function change(audience: Audience) {
    session.value = await changeSession(audience)
    rememberChoice(SESSION_KEY, String(Date.now()))
  }

  return {
    audience: computed(() => session.value.audience),
    isVisitor,
    /** False where the whole instance is for visitors. */
    canLeave: computed(() => session.value.canLeave),
    /** 单位数据: what a single enterprise reported. */
    seesUnits: computed(() => !isVisitor.value),
    load,
    change,
  }
})
