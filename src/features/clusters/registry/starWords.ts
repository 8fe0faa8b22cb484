import type { ClusterStar } from '@contract/industryClusters'

const SIGNS = { met: '★', unmet: '☆', unknown: '？' } as const

export const VERDICT_WORDS = { met: '达到', unmet: '未达到', unknown: '无法判断' } as const

/** ★★？: met, not met, not known; in the order 规模、专业化、集中. */
export const starSigns = (stars: readonly ClusterStar[]) => stars.map(({ verdict }) => SIGNS[verdict]).join('')

export const starCount = (stars: readonly ClusterStar[]) => stars.filter(({ verdict }) => verdict === 'met').length

/** 2 星：规模星达到，专业化星达到，集中星无法判断. */
export function starSentence(stars: readonly ClusterStar[]): string {
  return `${starCount(stars)} 星：${stars.map(({ name, verdict }) => `${name}${VERDICT_WORDS[verdict]}`).join('，')}`
}
