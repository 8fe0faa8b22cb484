import { tileZoom } from '@/lib/regionPoints'
import type { Bounds } from '@/lib/regionShape'
import type { PointLayer, PointMark } from '@/lib/regionSurface'

interface Question {
  layer: PointLayer
  bounds: Bounds
  zoom: number
}

const isSame = (a: Question | null, b: Question | null) =>
  a?.layer.key === b?.layer.key && a?.zoom === b?.zoom && String(a?.bounds) === String(b?.bounds)

/** Asks for the marks of the view: one question at a time, and after it only the latest one. */
export class MarkFeed {
  private latest: Question | null = null
  private isBusy = false

  constructor(
    private readonly show: (marks: readonly PointMark[]) => void,
    private readonly fail: (reason: unknown) => void,
    /** Nothing more is to come for the present view. */
    private readonly rest: () => void,
  ) {}

  get isWaiting() {
    return this.isBusy
  }

  ask(layer: PointLayer | null, bounds: Bounds, zoom: number) {
    const question = layer && { layer, bounds, zoom: tileZoom(zoom) }
    if (isSame(question, this.latest)) return
    const isOther = question?.layer.key !== this.latest?.layer.key
    this.latest = question
    // Marks of a moment ago are better than none while the hand still moves; those of another set are not.
    if (isOther) this.show([])
    if (question && !this.isBusy) void this.work()
  }

  private async work() {
    this.isBusy = true
    let answered: Question | null = null
    while (this.latest && this.latest !== answered) {
      answered = this.latest
      await this.answer(answered)
    }
    this.isBusy = false
    this.rest()
  }

  private async answer(question: Question) {
    try {
      const marks = await question.layer.marks(question.bounds, question.zoom)
      if (question.layer.key === this.latest?.layer.key) this.show(marks)
    } catch (reason) {
      this.fail(reason)
    }
  }
}
