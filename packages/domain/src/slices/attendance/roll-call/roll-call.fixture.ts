/** Samples of a roll call: b, who leads B1, calls that a came to the first round of O1. */
import type { Typed } from '@zhiyuan/kernel'
import { pickCommand, type MakeTrial } from '../../../fixtures/lifecycle.ts'
import { people, units } from '../../../fixtures/people.ts'
import { ofOrder, planned } from '../head-count/head-count.fixture.ts'
import type { RollCallCommand } from './roll-call.codec.ts'
import type { RollCallState } from './roll-call.read.ts'

export const start = '2020-04-22T01:00:00.000Z'
export const roll = {
  rollCallId: 'call1',
  occasion: ofOrder,
  phase: 'came',
  volunteers: ['a'],
  headCount: 2,
  place: units.V1,
  caller: null,
} as const
export const called = { type: 'RollCalled', ...roll, by: 'b', at: start, day: '2020-04-22', toldAt: start } as const

const pasts: Readonly<Record<RollCallState['type'], ReadonlyArray<Typed>>> = { None: [], Called: [called] }

export const rollCallTrial: MakeTrial<RollCallState['type'], RollCallCommand> = (state, command) => ({
  past: pasts[state],
  knowing: planned,
  command: pickCommand<RollCallCommand>({ CallRoll: roll }, command),
  now: start,
  actor: people.b,
})
