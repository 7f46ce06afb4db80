import type { LogId } from '@zhiyuan/kernel'

/** The name of every test's log. */
export const testLog = 'test' as LogId
