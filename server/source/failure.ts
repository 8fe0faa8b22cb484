/** A refusal the caller can act on; routes turn it into a problem document. */
export class SourceFailure extends Error {
  constructor(
    readonly kind: 'not-found' | 'forbidden' | 'conflict' | 'invalid',
    message: string,
    readonly field?: string,
    readonly faults?: readonly string[],
  ) {
    super(message)
  }
}

export const notFound = (message: string, field?: string) => new SourceFailure('not-found', message, field)
export const conflict = (message: string) => new SourceFailure('conflict', message)
export const invalid = (message: string, field?: string) => new SourceFailure('invalid', message, field)
