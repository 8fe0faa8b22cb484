import { ApiError, failureMessage } from '@/api/http'

/** What to tell the user of anything that went wrong; null for what the user stopped. */
export function faultWords(reason: unknown): string | null {
  return reason instanceof ApiError && reason.failure === 'aborted' ? null : failureMessage(reason)
}
