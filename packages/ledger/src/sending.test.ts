/** Which commands compile, and which do not: each `@ts-expect-error` is a claim that the compiler checks. */
import { expect, expectTypeOf, it } from 'vitest'
import type { ProcessCommand } from '@zhiyuan/domain'
import type { By, CommandType, Ledger, PlainCommand, PlainCommands } from './index.ts'

const by: By = { actor: { person: 'ada', role: 'volunteer', unit: 'v1' } }
const fromJson: unknown = JSON.parse('{"type":"TakeSeat"}')
const verify: PlainCommand = { type: 'VerifyRecord', volunteer: 'a', recordId: 'R1' }

const whatCompiles = async ({ send, sendAll, sendUnknown, sendAllUnknown }: Ledger): Promise<void> => {
  await send({ type: 'TakeSeat', orderId: 'O1', round: 1, risksSeen: true }, by)
  await send({ type: 'FollowUpOrder', orderId: 'O1', round: 1, verdict: 'solved', comment: null }, by)
  await send(verify, by)
  await sendAll([{ command: verify, by }])
  await sendUnknown(fromJson, fromJson)
  await sendAllUnknown(fromJson)
  // Values that a policy defines, such as the kind of a need or a reason, stay text.
  await send({ type: 'RejectNeed', needId: 'N1', reason: { code: 'of-our-own', text: null } }, by)
}

const whatDoesNot = async ({ send, sendAll }: Ledger): Promise<void> => {
  // @ts-expect-error no such command
  await send({ type: 'SubmitNead', needId: 'N1' }, by)
  // @ts-expect-error a field is missing
  await send({ type: 'TakeSeat', orderId: 'O1', round: 1 }, by)
  // @ts-expect-error a field is misspelt
  await send({ type: 'TakeSeat', orderId: 'O1', round: 1, riskSeen: true }, by)
  // @ts-expect-error a field too many
  await send({ type: 'TakeSeat', orderId: 'O1', round: 1, risksSeen: true, note: 'x' }, by)
  // @ts-expect-error no such verdict
  await send({ type: 'FollowUpOrder', orderId: 'O1', round: 1, verdict: 'solvd', comment: null }, by)
  // @ts-expect-error a number where an id belongs
  await send({ type: 'VerifyRecord', volunteer: 7, recordId: 'R1' }, by)
  // @ts-expect-error not a command at all
  await send(42, by)
  // @ts-expect-error JSON from outside goes through `sendUnknown`
  await send(fromJson, by)
  // @ts-expect-error what only a process sends
  await send({ type: 'ExpireOffer', orderId: 'O1', offerId: 'F1' }, by)
  // @ts-expect-error no such role
  await send(verify, { actor: { person: 'ada', role: 'Dispacher', unit: 'v1' } })
  // @ts-expect-error no such post
  await send({ type: 'TakePost', unitId: 'v1', post: 'aprover', person: 'q1', office: null }, by)
  // @ts-expect-error nor one to leave
  await send({ type: 'LeavePost', unitId: 'v1', post: 'aprover', person: 'q1' }, by)
  // @ts-expect-error a caller does not speak for a process
  await send(verify, { actor: { type: 'process', process: 'offer-timer', cause: 'e1' } })
  // @ts-expect-error each of a batch is checked
  await sendAll([{ command: { type: 'VerifyRecord', volunteer: 'a' }, by }])
  // @ts-expect-error and so is who sends it
  await sendAll([{ command: verify, by: { actor: { person: 'ada', role: 'Dispacher', unit: 'v1' } } }])
}

it('G4: commands of people are typed at the door, and those of processes are a type of their own', () => {
  void whatCompiles
  void whatDoesNot
  expectTypeOf<PlainCommands['TakeSeat']['orderId']>().toEqualTypeOf<string>()
  expectTypeOf<PlainCommands['TakeSeat']['round']>().toEqualTypeOf<number>()
  expectTypeOf<PlainCommands['SubmitNeed']['kind']>().toEqualTypeOf<string>()
  expectTypeOf<PlainCommands['ReviewOrder']['verdict']>().toEqualTypeOf<'solved' | 'partly' | 'not-solved'>()
  expectTypeOf<Extract<CommandType, ProcessCommand['type']>>().toEqualTypeOf<never>()
  expect(by.actor.role).toBe('volunteer')
})
