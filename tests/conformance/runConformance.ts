import { readFile } from 'node:fs/promises'
import { baseView, CASES } from './cases'
import { ContractServer, Violation, type OpenApi } from './contractServer'

export interface Verdict {
  title: string
  /** null = kept. */
  violation: string | null
}

const CONTRACT = new URL('../../contract/openapi.json', import.meta.url)

/** Holds any server against the contract by reading only; `tell` hears each verdict as it falls. */
export async function runConformance(baseUrl: string, tell: (verdict: Verdict) => void): Promise<Verdict[]> {
  const contract = JSON.parse(await readFile(CONTRACT, 'utf8')) as OpenApi
  const server = new ContractServer(baseUrl, contract)
  const verdicts: Verdict[] = []
  const judge = async <T>(title: string, run: () => Promise<T>): Promise<T | null> => {
    const [answer, violation] = await run().then(
      (value) => [value, null] as const,
      (error: unknown) => [null, messageOf(error)] as const,
    )
    verdicts.push({ title, violation })
    tell({ title, violation })
    return answer
  }
  const view = await judge('有可供检查的省份与产业链', () => baseView(server))
  if (view === null) return verdicts
  for (const { title, run } of CASES) await judge(title, () => run(server, view))
  return verdicts
}

function messageOf(error: unknown): string {
  if (error instanceof Violation) return error.message
  return error instanceof Error ? `检查中断：${error.message}` : String(error)
}
