import { Worker, type WorkerOptions } from 'node:worker_threads'

/**
 * Starts a TypeScript module in a worker thread. The loader of the main thread does not reach workers on
 * Node 20, so the worker registers its own before it imports the module; compiled modules start as they are.
 */
export function startTsWorker(url: URL, options: Omit<WorkerOptions, 'eval' | 'execArgv' | 'argv'> = {}): Worker {
  if (!url.pathname.endsWith('.ts')) return new Worker(url, options)
  return new Worker(new URL('./tsWorkerStart.mjs', import.meta.url), { ...options, argv: [url.href], execArgv: [] })
}
