/** A request as it travels to the app's worker; the body is a Blob, which costs nothing to hand over. */
export interface RequestMessage {
  id: number
  url: string
  method: string
  headers: [string, string][]
  body: Blob | null
}

export interface ResponseMessage {
  id: number
  status: number
  headers: [string, string][]
  body: ArrayBuffer
}

/** What the worker says on its own: how far it is, that it is ready, or why it could not start. */
export type WorkerNotice = { doing: string } | { ready: true } | { failed: string }
