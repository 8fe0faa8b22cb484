import { AUDIENCE_HEADER, rememberAudience, storedAudience } from './audience'
import type { RequestMessage, ResponseMessage, WorkerNotice } from './messages'

/** Hands requests to the app's worker and brings the answers back; `hear` gets what it does while it starts. */
export function startApp(hear: (doing: string) => void) {
  const worker = new Worker(new URL('./appWorker.ts', import.meta.url), { type: 'module' })
  const waiting = new Map<number, (response: Response) => void>()
  let next = 1

  const ready = new Promise<void>((resolve, reject) => {
    worker.addEventListener('error', (event) => reject(new Error(event.message)))
    worker.addEventListener('message', ({ data }: MessageEvent<ResponseMessage | WorkerNotice>) => {
      if ('doing' in data) return hear(data.doing)
      if ('ready' in data) return resolve()
      if ('failed' in data) return reject(new Error(data.failed))
      const { id, status, headers, body } = data
      // Responses of these statuses must not carry a body.
      waiting.get(id)?.(new Response(status === 204 || status === 304 ? null : body, { status, headers }))
      waiting.delete(id)
    })
  })

  async function answer(request: Request): Promise<Response> {
    const hasBody = request.method !== 'GET' && request.method !== 'HEAD'
    const message: RequestMessage = {
      id: next++,
      url: request.url,
      method: request.method,
      headers: [...request.headers, [AUDIENCE_HEADER, storedAudience()]],
      body: hasBody ? await request.blob() : null,
    }
    const response = await new Promise<Response>((resolve) => {
      waiting.set(message.id, resolve)
      worker.postMessage(message)
    })
    await rememberAudience(request, response)
    return response
  }

  return { ready, answer }
}
