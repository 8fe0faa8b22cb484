import type { Batch } from '@contract/batches'
import { countText } from '@/lib/format'
import { KIND_LABEL } from './batchWords'

/** What publishing will do, sentence by sentence, before it is done. */
export function publishSentences(batch: Batch): string[] {
  const { counts, report, kind } = batch
  const released = counts.quarantined > 0 ? '，以及待核验中已人工放行的行' : ''
  const sentences = [`将发布 ${countText(counts.accepted)} 行${KIND_LABEL[kind]}数据${released}。`]
  if (kind === 'register' && report) {
    const fresh = Math.max(0, counts.accepted - report.known)
    sentences.push(`其中约新增 ${countText(fresh)} 家企业，更新已有 ${countText(report.known)} 家企业。`)
    if (report.renamed.length > 0)
      sentences.push(`${countText(report.renamed.length)} 家企业将改用新名称，旧名称保留备查。`)
  }
  const open = (report?.columns ?? []).filter(({ question, field }) => question !== null && field !== null).length
  if (open > 0) sentences.push(`注意：有 ${open} 列尚待确认（见“列对应关系”），现在发布，这些列的数据可能缺失。`)
  const left = counts.rejected + counts.duplicates
  if (left > 0) sentences.push(`退回和重复的 ${countText(left)} 行不进入数据库。`)
  sentences.push('发布一次完成，图谱和指标随即更新；以后可以撤回，恢复到发布前。')
  return sentences
}

/** Nothing in it that could be published without a person's release. */
export function nothingToPublish({ counts }: Pick<Batch, 'counts'>): boolean {
  return counts.accepted === 0 && counts.quarantined === 0
}

/** One thing to do next for each way a file can fail; the batch's own message says what happened. */
export function failureAdvice(batch: Pick<Batch, 'failure' | 'report'>): string {
  if (batch.report && batch.report.columns.length > 0) {
    return '可以在下面指定各列的含义后重新预检，不必改动文件；也可以套用模板后重新上传。'
  }
  return ADVICE[batch.failure?.code ?? ''] ?? '请按上面的说明处理文件后重新上传；没有任何数据进入数据库。'
}

const ADVICE: Record<string, string> = {
  unexpected: '没有任何数据进入数据库。可以再上传一次；仍然失败时，请把文件名和时间告诉系统管理员。',
  'no-rows': '请确认名录所在的工作表有数据行，并放在第一个或名称含“名录”的工作表，再重新上传。',
}
