/** One page of an area that has several. */
export interface TabPage {
  /** Name of its route. */
  name: string
  label: string
  /** Routes below it, which belong to the same tab. */
  also?: readonly string[]
}
