import { openAsBlob } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import type { Batch } from '@contract/batches'
import { API_BASE } from '../app'
import { FolderInUseError } from '../db/node/folderLock'
import { readConfig } from './config'
import { openHost } from './host'
import { createLog } from './log'

const USAGE = `用法：npm run import -- 文件 [--province 210000] [--kind register|honours|leaders|links|figures] [--period 2025]
  [--provider 提供单位] [--scope all|above|four] [--data-class department|statistics|self-reported|third-party|estimated|demo]
  [--dry-run] [--json] [--server http://127.0.0.1:8080]
不带 --dry-run 时预检通过即发布；--json 时最后一行为 JSON 结果。`

type Send = (method: string, route: string, body?: Blob) => Promise<Batch>

async function main() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      province: { type: 'string', default: '210000' },
      kind: { type: 'string', default: 'register' },
      period: { type: 'string', default: String(new Date().getFullYear()) },
      provider: { type: 'string', default: '命令行导入' },
      scope: { type: 'string', default: 'all' },
      'data-class': { type: 'string', default: 'department' },
      server: { type: 'string' },
      'dry-run': { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  })
  const [file] = positionals
  if (values.help || !file) return finish(USAGE, values.help ? 0 : 2)
  const { send, close } = await connect(values.server)
  try {
    const { province, kind, period, provider, scope } = values
    const query = new URLSearchParams({
      province,
      kind,
      period,
      provider,
      scope,
      dataClass: values['data-class'],
      fileName: path.basename(file),
    })
    let batch = await settled(send, await send('POST', `/batches?${query}`, await openFile(file)), !values.json)
    if (batch.status === 'staged' && !values['dry-run']) batch = await send('POST', `/batches/${batch.id}/publish`)
    say(batch, values['dry-run'])
    if (values.json) process.stdout.write(`${JSON.stringify(batch.counts)}\n`)
    if (batch.status === 'failed') process.exitCode = 1
  } finally {
    await close()
  }
}

/** The running server where one is named, or the product itself on the data folder. */
async function connect(server: string | undefined): Promise<{ send: Send; close(): Promise<void> }> {
  if (server) return { send: sender((url, init) => fetch(new URL(url, server), init)), close: async () => undefined }
  const host = await openHost(readConfig(process.env), createLog('warn'))
  return { send: sender(async (url, init) => host.ownApp.request(url, init)), close: host.close }
}

function sender(request: (url: string, init: RequestInit) => Promise<Response>): Send {
  return async (method, route, body) => {
    const response = await request(`${API_BASE}${route}`, { method, ...(body && { body }) })
    const answer = (await response.json()) as Batch & { detail?: string }
    if (!response.ok) throw new Error(answer.detail ?? `请求失败（${response.status}）`)
    return answer
  }
}

async function openFile(file: string): Promise<Blob> {
  try {
    return await openAsBlob(file)
  } catch {
    throw new Error(`打不开文件 ${file}`)
  }
}

async function settled(send: Send, batch: Batch, talk: boolean): Promise<Batch> {
  let latest = batch
  while (latest.status === 'reading') {
    await new Promise((resolve) => setTimeout(resolve, 200))
    latest = await send('GET', `/batches/${batch.id}`)
    if (talk && process.stderr.isTTY)
      process.stderr.write(`\r已读 ${latest.counts.rows} 行 ${Math.round(latest.progress * 100)}%`)
  }
  if (talk && process.stderr.isTTY) process.stderr.write('\n')
  return latest
}

const STATUS: Record<string, string> = { published: '已发布', staged: '预检完成，未发布', failed: '未导入' }

function say(batch: Batch, dryRun: boolean) {
  const { rows, accepted, quarantined, rejected, duplicates, located } = batch.counts
  const lines = [
    `批次 ${batch.id}：${STATUS[batch.status] ?? batch.status}${dryRun ? '（--dry-run）' : ''}`,
    ...(batch.sameAs ? [`提醒：同一文件已在批次 ${batch.sameAs} 发布过，本次按更新处理，不会重复计数`] : []),
    ...(batch.failure ? [`原因：${batch.failure.message}`] : []),
    `行数 ${rows} = 接收 ${accepted} + 待核验 ${quarantined} + 退回 ${rejected} + 重复 ${duplicates}`,
    `区县来源：申报列 ${located.declared}，地址 ${located.address}，信用代码 ${located.code}，未定位 ${located.none}`,
    ...(batch.report?.droppedPersonal.length ? [`未导入个人信息列：${batch.report.droppedPersonal.join('、')}`] : []),
    ...(batch.report?.problems ?? []).map(
      (problem) => `${problem.level === 'error' ? '错误' : '提醒'} ${problem.rows} 行：${problem.message}`,
    ),
    ...(batch.report?.notes ?? []),
  ]
  process.stderr.write(`${lines.join('\n')}\n`)
}

function finish(text: string, code: number) {
  process.stdout.write(`${text}\n`)
  process.exitCode = code
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  if (error instanceof FolderInUseError) process.stderr.write('服务正在运行时请加 --server 地址，由它导入\n')
  process.exitCode = 1
})
