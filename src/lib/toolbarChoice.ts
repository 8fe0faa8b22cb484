/** One select of a toolbar, whatever it chooses among. */
export interface ToolbarChoice {
  label: string
  options: readonly { value: string; label: string }[]
  chosen: string
  choose(value: string): void
}
