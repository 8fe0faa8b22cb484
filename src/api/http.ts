import axios, { isAxiosError, isCancel, type AxiosRequestConfig } from 'axios'
import type { ZodType } from 'zod'
import { Problem } from '@contract/common'
import { failureSentence, type ApiFailure } from './failureSentence'

/** The one error that leaves `src/api`: why a request failed, in the only terms the interface needs to tell apart. */
export class ApiError extends Error {
  readonly status: number | undefined
  /** The RFC 9457 document of a refusal. */
  readonly problem: Problem | undefined

  constructor(
    readonly failure: ApiFailure,
    path: string,
    options?: ErrorOptions & { status?: number; problem?: Problem },
  ) {
    super(`${failure} failure on ${path}`, options)
    this.name = 'ApiError'
    this.status = options?.status
    this.problem = options?.problem
  }

  /** A Chinese sentence that may be shown as it is. */
  get userMessage(): string {
    return failureSentence(this.failure, this.status, this.problem)
  }
}

/** The sentence for whatever was thrown. */
export function failureMessage(reason: unknown): string {
  return reason instanceof ApiError ? reason.userMessage : '页面内部错误，请刷新后重试。'
}

export interface RequestOptions {
  signal?: AbortSignal
}

export interface SendOptions extends RequestOptions {
  params?: object
}

export interface FileOptions extends RequestOptions {
  /** 0–1 of the bytes sent. */
  onProgress?: (ratio: number) => void
}

const BASE = '/api/v1'
const TIMEOUT_MS = 30_000
/** Publishing or reclassifying a whole register is one transaction, and may take minutes. */
const WRITE_TIMEOUT_MS = 600_000
const client = axios.create({ baseURL: BASE, timeout: TIMEOUT_MS })

export function getJson<T>(
  path: string,
  schema: ZodType<T>,
  params: object,
  { signal }: RequestOptions = {},
): Promise<T> {
  return request(path, schema, { method: 'GET', params, signal })
}

export function sendJson<T>(
  method: 'POST' | 'PUT' | 'PATCH' | 'DELETE',
  path: string,
  schema: ZodType<T>,
  body: unknown,
  { params, signal }: SendOptions = {},
): Promise<T> {
  return request(path, schema, { method, data: body, params, signal, timeout: WRITE_TIMEOUT_MS })
}

/** The file travels as the raw body, so that the server can stream it; it has no time limit. */
export function uploadFile<T>(
  path: string,
  schema: ZodType<T>,
  params: object,
  file: File,
  { signal, onProgress }: FileOptions = {},
): Promise<T> {
  return request(path, schema, {
    method: 'POST',
    params,
    data: file,
    signal,
    timeout: 0,
    headers: { 'Content-Type': 'application/octet-stream' },
    onUploadProgress: ({ loaded, total }) => onProgress?.(total ? loaded / total : 0),
  })
}

/** A file that is asked for by a body; `name` is the server's own. Takes as long as writing does. */
export async function postForFile(
  path: string,
  body: unknown,
  { signal }: RequestOptions = {},
): Promise<{ blob: Blob; name: string }> {
  const config: AxiosRequestConfig = {
    method: 'POST',
    url: path,
    data: body,
    signal,
    timeout: WRITE_TIMEOUT_MS,
    responseType: 'arraybuffer',
  }
  const { data, headers } = await client.request<ArrayBuffer>(config).catch((cause: unknown) => {
    throw toApiError(readBytes(cause), path)
  })
  const type = String(headers['content-type'] ?? 'application/octet-stream')
  return { blob: new Blob([data], { type }), name: fileNameIn(String(headers['content-disposition'] ?? '')) }
}

/** The name in UTF-8; without one the browser's own word for a file. */
function fileNameIn(disposition: string): string {
  const [, name] = /filename\*=UTF-8''([^;]+)/i.exec(disposition) ?? []
  return name === undefined ? 'export' : decodeURIComponent(name)
}

/** A refusal comes as bytes where a file was asked for: made readable again. */
function readBytes(cause: unknown): unknown {
  if (!isAxiosError(cause) || !(cause.response?.data instanceof ArrayBuffer)) return cause
  try {
    cause.response.data = JSON.parse(new TextDecoder().decode(cause.response.data)) as unknown
  } catch {
    // No JSON: the status alone has to do.
  }
  return cause
}

/** Address of a download; parameters without a value are left out. */
export function apiUrl(path: string, params: object): string {
  return client.getUri({ url: path, params })
}

async function request<T>(path: string, schema: ZodType<T>, config: AxiosRequestConfig): Promise<T> {
  const { data } = await client.request<unknown>({ ...config, url: path }).catch((cause: unknown) => {
    throw toApiError(cause, path)
  })
  const parsed = schema.safeParse(data)
  if (!parsed.success) throw new ApiError('contract', path, { cause: parsed.error })
  return parsed.data
}

function toApiError(cause: unknown, path: string): ApiError {
  if (isCancel(cause)) return new ApiError('aborted', path, { cause })
  if (!isAxiosError(cause) || !cause.response) return new ApiError('network', path, { cause })
  const problem = Problem.safeParse(cause.response.data)
  return new ApiError('http', path, { cause, status: cause.response.status, problem: problem.data })
}
