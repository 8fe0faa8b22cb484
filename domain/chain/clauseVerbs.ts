import { ACTIVITY_OF, NOT_A_LEAD, stronger, type Activity } from './verbList'

const LONGEST_VERB = Math.max(...[...ACTIVITY_OF.keys()].map((verb) => verb.length))
const JOINS = ['以及', '及其', '及', '和', '与', '并', '或', '兼', '、', '-', '+', '']
/** Said after the verb without changing it: 销售业务, 生产项目. */
const AFTER_VERB = ['业务', '活动', '项目', '业', '等', '的']
/** Said before a leading verb without changing it: 主要生产, 来料加工. */
const BEFORE_VERB = '主要 从事 专业 主营 兼营 自营 承接 承揽 来料 委托 设有 自行 的 及 和 与 并'.split(' ')

/** The verb that ends a keyword (医疗器械生产 → 生产), so that it can be found when list and verb stand apart. */
export function endingVerb(word: string): string | null {
  const verb = verbEnding(word, word.length)
  return verb !== null && verb.length < word.length ? verb : null
}

/** The verbs of one list item: alone (销售), behind the goods (机床制造), or before them (生产机床). */
export interface ItemVerbs {
  role: 'pure' | 'tail' | 'lead' | 'none'
  activity: Activity
  verb: string
}

const NO_VERB: ItemVerbs = { role: 'none', activity: 'none', verb: '' }

/** A run of verbs, 研发、生产及销售, which is as strong as its strongest. */
interface Run {
  start: number
  end: number
  activity: Activity
  /** A conjunction stood before the run: the goods have another verb too. */
  joined: boolean
}

export function readItemVerbs(item: string): ItemVerbs {
  const tail = runBefore(item, endOfVerbs(item))
  const first = startOfVerbs(item)
  if (tail && tail.start <= first)
    return { role: 'pure', activity: tail.activity, verb: item.slice(tail.start, tail.end) }
  const lead = NOT_A_LEAD.test(item.slice(first)) ? null : runAfter(item, first)
  if (tail) {
    // 生产机床及销售: the joined tail adds to the leading verb; 加工机械销售: the first word is part of the goods.
    const activity = tail.joined && lead ? stronger(tail.activity, lead.activity) : tail.activity
    return { role: 'tail', activity, verb: item.slice(tail.start, tail.end) }
  }
  return lead ? { role: 'lead', activity: lead.activity, verb: item.slice(lead.start, lead.end) } : NO_VERB
}

function endOfVerbs(item: string): number {
  let end = item.length
  for (;;) {
    const word = AFTER_VERB.find((after) => item.endsWith(after, end) && end > after.length)
    if (!word || verbEnding(item, end)) return end
    end -= word.length
  }
}

function startOfVerbs(item: string): number {
  let start = 0
  for (;;) {
    const word = BEFORE_VERB.find((before) => item.startsWith(before, start))
    if (!word) return start
    start += word.length
  }
}

function runBefore(item: string, end: number): Run | null {
  let verb = verbEnding(item, end)
  if (!verb) return null
  const run: Run = { start: end - verb.length, end, activity: 'none', joined: false }
  for (;;) {
    run.activity = stronger(run.activity, ACTIVITY_OF.get(verb) ?? 'none')
    const at = run.start
    const join = JOINS.find((word) => item.endsWith(word, at)) ?? ''
    verb = verbEnding(item, at - join.length)
    run.joined = !verb && join !== ''
    if (!verb) return run
    run.start = at - join.length - verb.length
  }
}

function runAfter(item: string, start: number): Run | null {
  let verb = verbStarting(item, start)
  if (!verb) return null
  const run: Run = { start, end: start + verb.length, activity: 'none', joined: false }
  for (;;) {
    run.activity = stronger(run.activity, ACTIVITY_OF.get(verb) ?? 'none')
    const at = run.end
    const join = JOINS.find((word) => item.startsWith(word, at)) ?? ''
    verb = verbStarting(item, at + join.length)
    if (!verb) return run
    run.end = at + join.length + verb.length
  }
}

function verbEnding(item: string, end: number): string | null {
  for (let length = Math.min(LONGEST_VERB, end); length >= 2; length -= 1) {
    const word = item.slice(end - length, end)
    if (ACTIVITY_OF.has(word)) return word
  }
  return null
}

function verbStarting(item: string, start: number): string | null {
  for (let length = LONGEST_VERB; length >= 2; length -= 1) {
    const word = item.slice(start, start + length)
    if (word.length === length && ACTIVITY_OF.has(word)) return word
  }
  return null
}
