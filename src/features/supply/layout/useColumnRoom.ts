import { computed, type ComputedRef } from 'vue'
import type { Size } from '@/graph/camera'
import { roomFor } from '@/graph/network/networkView'
import { textScale } from '@/lib/textScale'

/** A window dragged by a pixel is no reason to lay out anew. */
const STEP = 24

/** What a drawing of the given size has room for, in steps; the same object until a step is made. */
export function useColumnRoom(size: () => Size): ComputedRef<Size> {
  return computed((before?: Size) => {
    const { width, height } = roomFor(size(), textScale())
    const now = { width: stepped(width), height: stepped(height) }
    return before && before.width === now.width && before.height === now.height ? before : now
  })
}

const stepped = (length: number) => Math.floor(length / STEP) * STEP
