/**
 * A copy that owns its characters. Engines keep a piece cut from a long string as a view of it, so that one name kept
 * for later would hold the whole chunk of the file it came from.
 */
export function detached(text: string): string {
  return text.length < 13 ? text : ` ${text}`.slice(1)
}
