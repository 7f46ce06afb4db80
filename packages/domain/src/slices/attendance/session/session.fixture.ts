/** Samples of a session's life: S1, two hours in village V1 on 2020-04-29. */
import type { Typed } from '@zhiyuan/kernel'
import { pickCommand, type MakeTrial, type Says } from '../../../fixtures/lifecycle.ts'
import { people, units } from '../../../fixtures/people.ts'
import type { SessionCommand } from './session.codec.ts'
import type { SessionState } from './session.state.ts'

export const announced = {
  sessionId: 'S1',
  host: units.V1,
  planned: { start: '2020-04-29T01:00:00.000Z', end: '2020-04-29T03:00:00.000Z' },
  content: 'culture-arts',
  seats: 40,
  risks: { known: false, description: null },
  responsible: 'b',
} as const
export const rained = { code: 'rain', text: null } as const

export const published = {
  type: 'SessionPublished',
  ...announced,
  publishedAt: '2020-04-20T02:00:00.000Z',
} as const
export const cancelled = {
  type: 'SessionCancelled',
  sessionId: 'S1',
  host: units.V1,
  by: 'k1',
  reason: rained,
} as const

const pasts: Readonly<Record<SessionState['type'], ReadonlyArray<Typed>>> = {
  None: [],
  Published: [published],
  Cancelled: [published, cancelled],
}
const words: Says<SessionCommand> = {
  PublishSession: announced,
  CancelSession: { sessionId: 'S1', reason: rained },
}

export const sessionTrial: MakeTrial<SessionState['type'], SessionCommand> = (state, command) => ({
  past: pasts[state],
  command: pickCommand<SessionCommand>(words, command),
  now: '2020-04-20T02:00:00.000Z',
  actor: people.clerkV1,
})
