import type { Digests, Replayed } from '@zhiyuan/ledger'
import { count, heading, say } from './say.ts'

/** Shows the replay of the whole log: two digests that must be the same, and no finding in any event. */
export const showReplay = (events: number, before: Digests, after: Replayed): void => {
  heading('从存储全部重放', `full replay of ${count(events)} events from the store`)
  const describeSame = (a: string, b: string): string => (a === b ? '✓ 一致 the same' : '✗ 不一致 NOT THE SAME')
  say(`  日志 log   ${before.log}`)
  say(`    重放 again ${after.log}  ${describeSame(before.log, after.log)}`)
  say(`  视图 rows  ${before.rows}`)
  say(`    重放 again ${after.rows}  ${describeSame(before.rows, after.rows)}`)
  const wrong = after.findings.length
  say(`  检查 check  ${wrong === 0 ? '✓ 无异常 nothing wrong' : `✗ ${count(wrong)} 处异常 findings`}`)
}
