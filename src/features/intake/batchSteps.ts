import type { Batch } from '@contract/batches'
import { cancelBatch, publishBatch, withdrawBatch } from '@/api/batches'
import { countText } from '@/lib/format'
import { nothingToPublish, publishSentences } from './publishWords'

export type StepId = 'publish' | 'withdraw' | 'cancel'

/** A step that needs the user's word: what it says first, what it does, what it is called meanwhile. */
export interface BatchStep {
  id: StepId
  button: string
  title: string
  /** What will happen, sentence by sentence. */
  sentences(batch: Batch): string[]
  confirm: string
  doing: string
  run(id: string): Promise<Batch>
  isOffered(batch: Batch): boolean
}

export const BATCH_STEPS: BatchStep[] = [
  {
    id: 'publish',
    button: '发布',
    title: '发布这个批次',
    confirm: '确认发布',
    doing: '正在发布，请稍候……',
    sentences: publishSentences,
    run: publishBatch,
    isOffered: (batch) => batch.status === 'staged' && !nothingToPublish(batch),
  },
  {
    id: 'withdraw',
    button: '撤回',
    title: '撤回这个批次',
    confirm: '确认撤回',
    doing: '正在撤回，请稍候……',
    sentences: ({ counts }) => [
      `这个批次带来的数据（${countText(counts.accepted)} 行及人工放行的行）将从图谱和指标中移除。`,
      '数据恢复到发布这个批次之前的样子；之后发布的其他批次不受影响。',
      '批次记录保留，需要时请重新导入文件。',
    ],
    run: withdrawBatch,
    isOffered: ({ status }) => status === 'published',
  },
  {
    id: 'cancel',
    button: '取消批次',
    title: '取消这个批次',
    confirm: '确认取消',
    doing: '正在取消……',
    sentences: ({ status }) => [
      status === 'reading' ? '将停止读取，已读的行全部丢弃。' : '预检结果和上传的文件将被删除。',
      '数据库没有任何变化；需要时可以重新上传。',
    ],
    run: cancelBatch,
    isOffered: ({ status }) => status === 'reading' || status === 'staged' || status === 'failed',
  },
]
