import type { PeerRule } from '@contract/compare'
import type { Choice } from '@/stores/viewWords'

export const PEER_RULES: readonly Choice<PeerRule>[] = [
  { value: 'same-city', label: '同市', hint: '同一个市的其他县（市、区）' },
  { value: 'size', label: '规模相近', hint: '该链企业数最接近的地区' },
  { value: 'structure', label: '结构相近', hint: '各分组企业占比最接近的地区' },
]
