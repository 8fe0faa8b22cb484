import http from 'node:http'

export interface Load {
  /** Complete addresses, asked in turn. */
  urls: string[]
  requests: number
  warmUp: number
  parallel: number
  headers?: Record<string, string>
  /** The only statuses that count as an answer. */
  status?: number | readonly number[]
}

/** Milliseconds per request over kept-alive connections, from sending to the last byte. */
export async function measureLoad({
  urls,
  requests,
  warmUp,
  parallel,
  headers = {},
  status = 200,
}: Load): Promise<number[]> {
  const agent = new http.Agent({ keepAlive: true, maxSockets: parallel })
  const statuses = typeof status === 'number' ? [status] : status
  let next = 0
  const one = async () => {
    const url = urls[next++ % urls.length] ?? ''
    const started = performance.now()
    const answer = await get(url, agent, headers)
    if (!statuses.includes(answer)) throw new Error(`${answer} from ${url}`)
    return performance.now() - started
  }
  try {
    for (let done = 0; done < warmUp; done += 1) await one()
    const samples: number[] = []
    const asker = async () => {
      while (next < warmUp + requests) samples.push(await one())
    }
    await Promise.all(Array.from({ length: parallel }, asker))
    return samples
  } finally {
    agent.destroy()
  }
}

function get(url: string, agent: http.Agent, headers: Record<string, string>): Promise<number> {
  return new Promise((resolve, reject) => {
    const request = http.get(url, { agent, headers }, (response) => {
      response.resume()
      response.once('end', () => resolve(response.statusCode ?? 0))
    })
    request.once('error', reject)
  })
}
