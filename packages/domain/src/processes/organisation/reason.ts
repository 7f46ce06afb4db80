import type { Code, Reason } from '../../vocabulary/values.ts'

/** Makes the reason that a process gives: a code without a text. */
export const processReason = (code: string): Reason => ({ code: code as Code, text: null })
