import type { Code, Reason } from '../../vocabulary/values.ts'

/** A reason that a process gives: a code, and no words of anybody. */
export const processReason = (code: string): Reason => ({ code: code as Code, text: null })
