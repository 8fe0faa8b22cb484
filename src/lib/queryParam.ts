/** One parameter of the address: declared once with name, default, how it reads and how it writes. */
export interface QueryParam<T> {
  name: string
  /** Chinese name, for the hint when a value is not understood. */
  label: string
  fallback: T
  /** undefined: malformed. */
  parse: (text: string) => T | undefined
  format: (value: T) => string | undefined
}

export type QueryParams<State> = { [Key in keyof State]: QueryParam<State[Key]> }

/** What the router hands over: a repeated parameter is a list. */
export type RawQuery = Record<string, string | null | (string | null)[] | undefined>

export interface QueryReading<State> {
  state: State
  /** One sentence for each value that was not understood or not known. */
  hints: string[]
}

/** Reads an address; what is missing, malformed or repeated takes the default, and the latter two are told. */
export function readQuery<State extends object>(params: QueryParams<State>, query: RawQuery): QueryReading<State> {
  const hints: string[] = []
  const known = new Set<string>()
  const state = {} as State
  for (const key of Object.keys(params) as (keyof State)[]) {
    const param = params[key]
    known.add(param.name)
    const raw = query[param.name]
    const parsed = typeof raw === 'string' ? param.parse(raw) : undefined
    if (raw !== undefined && parsed === undefined)
      hints.push(`链接中的${param.label}“${shown(raw)}”无法识别，已用默认值。`)
    state[key] = parsed === undefined ? param.fallback : parsed
  }
  for (const name of Object.keys(query))
    if (!known.has(name)) hints.push(`链接中的参数“${shown(name)}”无法识别，已忽略。`)
  return { state, hints }
}

/** Defaults are left out, so that short addresses stay short. */
export function writeQuery<State extends object>(params: QueryParams<State>, state: State): Record<string, string> {
  const query: Record<string, string> = {}
  for (const key of Object.keys(params) as (keyof State)[]) {
    const { name, fallback, format } = params[key]
    const text = state[key] === fallback ? undefined : format(state[key])
    if (text !== undefined) query[name] = text
  }
  return query
}

/** A parameter that takes one of a few words. */
export function choiceParam<T extends string>(
  name: string,
  label: string,
  choices: readonly [T, ...T[]],
): QueryParam<T> {
  return {
    name,
    label,
    fallback: choices[0],
    parse: (text) => choices.find((choice) => choice === text),
    format: (value) => value,
  }
}

/** A parameter that may be absent, and otherwise must match `pattern`. */
export function optionalParam<T extends string>(
  name: string,
  label: string,
  isValid: (text: string) => text is T,
): QueryParam<T | null> {
  return {
    name,
    label,
    fallback: null,
    parse: (text) => (isValid(text) ? text : undefined),
    format: (value) => value ?? undefined,
  }
}

const SHOWN = 24
const shown = (raw: RawQuery[string]) => Array.from(String(raw)).slice(0, SHOWN).join('')
