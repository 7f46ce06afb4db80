import type { Code, Reason } from '../../vocabulary/words.ts'

/** A reason that a process gives: a code, and no words of anybody. */
export const because = (code: string): Reason => ({ code: code as Code, text: null })
