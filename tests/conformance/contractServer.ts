import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020'

/** contract/openapi.json, as far as answers are judged by it. */
export interface OpenApi {
  paths: Record<string, Record<string, { responses: Record<string, { content?: Record<string, unknown> }> }>>
}

export interface Answer {
  status: number
  headers: Headers
  /** Parsed where the contract says JSON; undefined for files and empty bodies. */
  body: unknown
  bytes: number
}

export interface Question {
  /** Values of the {placeholders} of the path. */
  path?: Record<string, string>
  query?: Record<string, string | number>
  headers?: Record<string, string>
  /** The status that must come; 200 without it. */
  expect?: number
}

/** The server breaks the contract; the message says where. */
export class Violation extends Error {}

const BASE = '/api/v1'
const pointer = (text: string) => text.replaceAll('~', '~0').replaceAll('/', '~1')

/** Asks a server read-only questions and holds every answer against the contract before handing it on. */
export class ContractServer {
  readonly #ajv = new Ajv2020({ strict: false, validateFormats: false })
  readonly #validators = new Map<string, ValidateFunction>()

  constructor(
    private readonly baseUrl: string,
    private readonly contract: OpenApi,
  ) {
    this.#ajv.addSchema(contract, 'contract')
  }

  /** GET of an operation, written as in the contract: `/regions/{region}`. */
  async ask(operation: string, question: Question = {}): Promise<Answer> {
    const { response, asked } = await this.#send(operation, question)
    const text = await response.clone().text()
    const expected = question.expect ?? 200
    if (response.status !== expected) throw new Violation(`GET ${asked}：状态应为 ${expected}，实为 ${response.status}`)
    const bytes = (await response.arrayBuffer()).byteLength
    return {
      status: response.status,
      headers: response.headers,
      body: this.#judge(operation, asked, response, text),
      bytes,
    }
  }

  /** An address outside the contract; only the form of the refusal can be judged. */
  async askUnknown(route: string): Promise<{ status: number; type: string }> {
    const response = await fetch(new URL(`${BASE}${route}`, this.baseUrl))
    await response.arrayBuffer()
    return { status: response.status, type: response.headers.get('content-type') ?? '' }
  }

  async #send(operation: string, { path = {}, query = {}, headers = {} }: Question) {
    const route = operation.replaceAll(/\{(\w+)\}/gu, (_all, name: string) => encodeURIComponent(path[name] ?? ''))
    const parameters = new URLSearchParams(Object.entries(query).map(([key, value]) => [key, String(value)]))
    const asked = `${route}${parameters.size > 0 ? `?${parameters}` : ''}`
    const response = await fetch(new URL(`${BASE}${asked}`, this.baseUrl), { headers }).catch((error: unknown) => {
      throw new Violation(`GET ${asked}：没有回答（${error instanceof Error ? error.message : String(error)}）`)
    })
    return { response, asked }
  }

  #judge(operation: string, asked: string, response: Response, text: string): unknown {
    const declared = this.contract.paths[`${BASE}${operation}`]?.['get']?.responses[response.status]
    if (!declared) throw new Violation(`GET ${asked}：接口文档中没有状态 ${response.status}`)
    const media = Object.keys(declared.content ?? {})
    if (media.length === 0) return undefined
    const type = (response.headers.get('content-type') ?? '').split(';')[0]?.trim() ?? ''
    if (!media.includes(type))
      throw new Violation(`GET ${asked}：内容类型应为 ${media.join(' 或 ')}，实为 ${type || '空'}`)
    if (!type.endsWith('json')) return undefined
    const body = parse(text, asked)
    const validate = this.#validator(`${BASE}${operation}`, response.status, type)
    if (validate(body)) return body
    const [error] = validate.errors ?? []
    throw new Violation(`GET ${asked}：${error?.instancePath || '/'} ${error?.message ?? '不合接口定义'}`)
  }

  #validator(path: string, status: number, type: string): ValidateFunction {
    const place = ['paths', path, 'get', 'responses', String(status), 'content', type, 'schema'].map(pointer).join('/')
    const known = this.#validators.get(place)
    if (known) return known
    const made = this.#ajv.compile({ $ref: `contract#/${encodeURI(place)}` })
    this.#validators.set(place, made)
    return made
  }
}

function parse(text: string, asked: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new Violation(`GET ${asked}：回答不是 JSON`)
  }
}
