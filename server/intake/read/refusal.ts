import type { ColumnMapping } from '@domain/register/mapping'

export type RefusalCode =
  | 'empty'
  | 'too-large'
  | 'too-many-rows'
  | 'too-many-columns'
  | 'old-xls'
  | 'encrypted'
  | 'macros'
  | 'external-links'
  | 'zip-bomb'
  | 'nested-archive'
  | 'not-a-table'
  | 'broken'
  | 'doctype'
  | 'encoding'
  | 'no-sheet'
  | 'no-header'
  | 'missing-columns'
  | 'no-rows'

/** How far the reader came with the table, so that the user can map the columns by hand. */
export interface RefusedTable {
  sheet: string | null
  otherSheets: string[]
  encoding: string | null
  headerRow: number | null
  columns: ColumnMapping[]
}

/** 拒收: the file as a whole cannot be read; the message says what to do. */
export class IntakeRefusal extends Error {
  readonly code: RefusalCode
  readonly table: RefusedTable | null

  constructor(code: RefusalCode, message: string, options: { cause?: unknown; table?: RefusedTable } = {}) {
    super(message, { cause: options.cause })
    this.name = 'IntakeRefusal'
    this.code = code
    this.table = options.table ?? null
  }
}

const SAVE_AS = '请在 Excel 或 WPS 中打开，另存为 .xlsx 或 .csv 后重新上传'

export const REFUSALS = {
  empty: () => new IntakeRefusal('empty', '文件是空的；请检查后重新上传'),
  tooLarge: () => new IntakeRefusal('too-large', '文件超过 100 MB；请删去无关工作表和图片，或按地区拆分后分批上传'),
  tooManyRows: (limit: number) =>
    new IntakeRefusal('too-many-rows', `数据超过 ${limit / 10_000} 万行；请按地区或年份拆分后分批上传`),
  tooManyColumns: (limit: number) =>
    new IntakeRefusal('too-many-columns', `表格超过 ${limit} 列，不像名录；请删去多余的列后重新上传`),
  oldXls: () => new IntakeRefusal('old-xls', `这是旧版 .xls 工作簿；${SAVE_AS}`),
  encrypted: () =>
    new IntakeRefusal('encrypted', '工作簿设有打开密码；请取消密码（文件 › 信息 › 保护工作簿）后重新上传'),
  macros: () => new IntakeRefusal('macros', `工作簿含宏（VBA），出于安全不予接收；${SAVE_AS}`),
  externalLinks: () =>
    new IntakeRefusal(
      'external-links',
      '工作簿引用了其他文件；请在“数据 › 编辑链接”中断开链接，或将公式粘贴为数值后重新上传',
    ),
  zipBomb: () =>
    new IntakeRefusal('zip-bomb', `文件解压后异常庞大，出于安全不予接收；请只保留名录工作表，另存后重新上传`),
  nestedArchive: () => new IntakeRefusal('nested-archive', '文件里还嵌有压缩包或其他工作簿；请移除嵌入对象后重新上传'),
  notATable: (what: string) => new IntakeRefusal('not-a-table', `${what}；${SAVE_AS}`),
  openQuote: () =>
    new IntakeRefusal(
      'broken',
      '有一处双引号没有成对，其后的行无法区分；请在 Excel 或 WPS 中打开，另存为 .xlsx 或 .csv 后重新上传',
    ),
  broken: (cause?: unknown) =>
    new IntakeRefusal('broken', '文件已损坏或不完整，无法读出；请重新导出或另存后再上传', { cause }),
  doctype: () => new IntakeRefusal('doctype', `文件内含不允许的实体声明（DOCTYPE），出于安全不予接收；${SAVE_AS}`),
  encoding: () =>
    new IntakeRefusal(
      'encoding',
      '无法识别文字编码（支持 UTF-8、GB18030/GBK、UTF-16）；请另存为“CSV UTF-8”或 .xlsx 后重新上传',
    ),
  noSheet: () => new IntakeRefusal('no-sheet', '工作簿里没有可见的工作表；请取消隐藏后重新上传'),
} as const
