import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { startPostgres } from '../tests/drivers/postgres'

export const STORES = ['embedded', 'postgresql'] as const
export type StoreKind = (typeof STORES)[number]

/** Where a run keeps its data: a fresh folder, and a fresh database when it is a PostgreSQL run. */
export interface Store {
  kind: StoreKind
  dataDir: string
  databaseUrl: string | undefined
}

/** Lends a fresh store; null with one line on the console when this machine has no PostgreSQL. */
export async function withStore<T>(kind: StoreKind, use: (store: Store) => Promise<T>): Promise<T | null> {
  const server = kind === 'postgresql' ? await startPostgres() : null
  if (server && 'missing' in server) {
    console.log(`skipped: ${server.missing}`)
    return null
  }
  const dataDir = mkdtempSync(path.join(os.tmpdir(), 'bench-'))
  try {
    return await use({ kind, dataDir, databaseUrl: server?.url })
  } finally {
    await server?.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
}
