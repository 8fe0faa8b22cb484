import { computed, onScopeDispose, shallowRef, watch } from 'vue'
import type { KnockOut } from '@contract/knockOut'
import { wavesOf } from './knockOutWaves'

/** How long a step stands while the propagation plays. */
const STEP_MS = 1_600

/** The propagation as a strip of steps: played, or stepped by hand. A new result plays once, unless motion is unwelcome. */
export function useWaves(result: () => KnockOut) {
  const waves = computed(() => wavesOf(result()))
  const at = shallowRef(0)
  const isPlaying = shallowRef(false)
  const wave = computed(() => waves.value[at.value] ?? waves.value[0])
  const last = computed(() => waves.value.length - 1)
  let timer: ReturnType<typeof setTimeout> | undefined

  function goTo(step: number) {
    at.value = Math.min(last.value, Math.max(0, step))
  }

  function step(by: number) {
    pause()
    goTo(at.value + by)
  }

  function pause() {
    clearTimeout(timer)
    isPlaying.value = false
  }

  function play() {
    if (at.value >= last.value) at.value = 0
    isPlaying.value = true
    tick()
  }

  function tick() {
    clearTimeout(timer)
    timer = setTimeout(() => {
      goTo(at.value + 1)
      if (at.value >= last.value) pause()
      else tick()
    }, STEP_MS)
  }

  const isStill = () => window.matchMedia('(prefers-reduced-motion: reduce)').matches

  watch(
    result,
    () => {
      pause()
      at.value = isStill() ? last.value : 0
      if (!isStill() && last.value > 0) play()
    },
    { immediate: true },
  )
  onScopeDispose(pause)
  return { wave, at, last, isPlaying, step, goTo, play, pause }
}
