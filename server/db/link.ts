/** One finished statement: its rows (typed as node-postgres types them) and how many rows it changed. */
export interface LinkResult {
  rows: Record<string, unknown>[]
  affected: number
}

/** The thinnest possible road to one embedded database: one connection, statements answered in order. */
export interface QueryLink {
  /** Grows whenever the engine behind the link was lost; an open transaction does not outlive it. */
  readonly session: number
  query(sql: string, parameters: readonly unknown[]): Promise<LinkResult>
  close(): Promise<void>
}

/** 数据库引擎中断：the statement's fate is unknown to the caller and its transaction is gone. */
export class DatabaseLostError extends Error {
  override name = 'DatabaseLostError'
}

/** 数据库超时：the statement was stopped at its deadline, nothing of its transaction was kept. */
export class DatabaseTimeoutError extends DatabaseLostError {
  override name = 'DatabaseTimeoutError'
}

/** What PostgreSQL says about a refused statement; the field names are those of node-postgres. */
export interface QueryFault {
  message: string
  /** SQLSTATE, e.g. 23505 for a duplicate key. */
  code?: string | undefined
  detail?: string | undefined
  constraint?: string | undefined
  table?: string | undefined
  column?: string | undefined
}

/** A statement the embedded engine refused. It never carries parameter values: those may be personal data. */
export class DatabaseQueryError extends Error implements QueryFault {
  override name = 'DatabaseQueryError'
  readonly code: string | undefined
  readonly detail: string | undefined
  readonly constraint: string | undefined
  readonly table: string | undefined
  readonly column: string | undefined

  constructor(fault: QueryFault) {
    super(fault.message)
    this.code = fault.code
    this.detail = fault.detail
    this.constraint = fault.constraint
    this.table = fault.table
    this.column = fault.column
  }
}
