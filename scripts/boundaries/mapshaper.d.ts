declare module 'mapshaper' {
  /** The part of the library that is used here; the package has no types of its own. */
  const mapshaper: {
    /** `input` and the result are files by name; an input may be parsed JSON. */
    applyCommands(commands: string, input: Record<string, unknown>): Promise<Record<string, Uint8Array | string>>
  }
  export default mapshaper
}
