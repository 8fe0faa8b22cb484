import type { Question, Wish } from '../network/questions'

/** A question about one network index. */
export interface NetworkWish {
  question: Question
  wish: Wish<Question>
}
