import { expect, it } from 'vitest'
import type { Deed } from './row.ts'
import { assignment, backfill, deed, need, reason, record, star, text } from './words.ts'

it('the story does not compile with a misspelt command, a field missing or too many, or another word', () => {
  const wrong: ReadonlyArray<Deed> = [
    // @ts-expect-error no such command
    deed('04-24 00:30', 'r1', { type: 'ReopenOrdr', orderId: 'O1', round: 1, reason: reason('late') }, 'silent'),
    // @ts-expect-error a field is missing
    deed('04-24 00:30', 'r1', { type: 'ReopenOrder', orderId: 'O1', round: 1 }, 'silent'),
    // @ts-expect-error a field too many
    deed('04-24 00:30', 'r1', { type: 'TakeSeat', orderId: 'O1', round: 1, risksSeen: true, note: 'x' }, 'silent'),
    // @ts-expect-error no such channel
    deed('04-20 01:10', 'r2', need('N2', 'r2', 'V1', '04-20 01:10', { channel: 'apt' }), 'silent'),
    // @ts-expect-error it says nothing more
    deed('05-19 01:10', 'q2', record('VerifyRecord', 'R5', { reason: reason('x') }), 'silent'),
    // @ts-expect-error it says a level
    deed('05-20 01:00', 'b', star('ApplyForStar'), 'silent'),
    // @ts-expect-error not a command about an assignment
    deed('04-22 01:00', 'a', assignment('VerifyRecord', 'O1', 1, 'a'), 'silent'),
    // @ts-expect-error a text for the vault is not a list
    deed('05-18 01:00', 'k2', backfill('R6', '', '', 1, { reason: { code: 'x', text: [text('x')] } }), 'silent'),
  ]
  expect(wrong).toHaveLength(8)
})
