import type { EnterpriseKindId } from '@domain/register/kinds'
import type { Workbook } from '../exports/workbook'
import { templateFileName, templateSheets } from './template'

/** 填报模板 of a kind. */
export const templateWorkbook = (kind: EnterpriseKindId): Workbook => ({
  fileName: templateFileName(kind),
  sheets: templateSheets(kind),
})
