/** Tables of the product as Kysely sees them. */
export interface Schema {
  dataset_version: { id: string; version: number }
}
