/** Which editions of the chains classified a batch, as one comparable text. */
export const editionsOf = (packs: readonly { id: string; edition: string }[]) =>
  JSON.stringify(packs.map((pack) => `${pack.id} ${pack.edition}`).sort())
