// @vitest-environment happy-dom
import { createApp, h, type App, type VNode } from 'vue'
import { afterEach, describe, expect, it } from 'vitest'
import type { BatchReport, BatchStatus, ColumnMapping } from '@contract/batches'
import { openQuestions } from './openQuestions'
import ProblemList from './ProblemList.vue'
import QuestionNotice from './QuestionNotice.vue'

const column = (field: string | null, question: string | null): ColumnMapping => ({
  column: 0,
  header: '',
  field,
  period: null,
  unit: null,
  unitFrom: null,
  confidence: 1,
  how: 'alias',
  personal: false,
  question,
  samples: [],
})

const asked = (columns: ColumnMapping[], status: BatchStatus = 'staged') => {
  const report: BatchReport = {
    sheet: null,
    otherSheets: [],
    encoding: null,
    headerRow: 1,
    columns,
    fields: [],
    droppedPersonal: [],
    notes: [],
    problems: [],
    known: 0,
    renamed: [],
    linked: 0,
  }
  return openQuestions({ status, report })
}

const NO_CRS = '“经度”、“纬度”列没有注明坐标系，请选择'
const LNG = column('lng', NO_CRS)
const LAT = column('lat', null)
const REVENUE = column('revenue', '“收入”列没有注明单位')

const opened: App[] = []

function shown(render: () => VNode) {
  const host = document.createElement('div')
  const app = createApp({ render })
  app.mount(host)
  opened.push(app)
  return host
}

afterEach(() => opened.splice(0).forEach((app) => app.unmount()))

describe('columns that wait for an answer', () => {
  it.each([
    ['coordinates without a 坐标系', [LNG, LAT], '没有采用坐标，', 1],
    ['a column without a unit', [REVENUE], '没有采用 1 列数据', 1],
    ['both', [LNG, LAT, REVENUE], '没有采用坐标和 1 列数据', 2],
    ['one question asked of two columns', [LNG, column('lat', NO_CRS)], '没有采用坐标，', 1],
  ] as const)('say what is left out: %s', (_title, columns, lead, questions) => {
    const open = asked([...columns])
    expect(open?.lead).toContain(lead)
    expect(open?.questions).toHaveLength(questions)
  })

  it('are not spoken of when none waits, when the column is not imported, or after publishing', () => {
    expect(asked([LAT])).toBeNull()
    expect(asked([column(null, '？')])).toBeNull()
    expect(asked([LNG, LAT], 'published')).toBeNull()
  })

  it('stand in a notice whose button leads to the mapping', () => {
    const open = asked([LNG, LAT])
    let answers = 0
    const host = shown(() => h(QuestionNotice, { open: open!, onAnswer: () => (answers += 1) }))
    host.querySelector('button')?.click()
    expect(host.textContent).toContain('没有注明坐标系')
    expect(answers).toBe(1)
  })

  it('keep the list of problems from saying that all is well', () => {
    const words = (waiting: number) => shown(() => h(ProblemList, { problems: [], picked: null, waiting })).textContent
    expect(words(0)).toContain('没有发现问题。')
    expect(words(1)).toContain('1 列待确认')
  })
})
