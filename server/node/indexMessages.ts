/** To a thread that keeps indexes: first what one is made of, then questions about it. */
export type IndexRequest<Chunk, How, Wish> =
  { do: 'add'; chunk: Chunk } | { do: 'build'; how: How } | { do: 'ask'; wish: Wish } | { do: 'drop' }

export interface IndexQuestion<Chunk, How, Wish> {
  /** Which index it is about. */
  index: number
  request: IndexRequest<Chunk, How, Wish>
}
