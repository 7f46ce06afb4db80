/** Samples of a burst: three records of session S, entered by k2 of V2. */
import type { PlainByType, StreamName, Typed } from '@zhiyuan/kernel'
import { pickCommand, type MakeTrial, type Says } from '../../../fixtures/lifecycle.ts'
import { people, timer, units } from '../../../fixtures/people.ts'
import { submitted } from '../record/record.fixture.ts'
import type { BurstCommand, BurstEvent } from './burst.codec.ts'
import type { BurstState } from './burst.read.ts'

type Entry = PlainByType<BurstEvent>['BurstNoted']['entries'][number]
export const makeEntry = (volunteer: string, recordId: string, more: Partial<Entry> = {}): Entry => ({
  volunteer,
  recordId,
  enteredAt: '2020-05-18T01:00:00.000Z',
  day: '2020-04-29',
  source: { type: 'session', sessionId: 'S' },
  unit: units.V2,
  ...more,
})
export const entries = [makeEntry('c', 'R6'), makeEntry('e', 'R7'), makeEntry('b', 'R8')]
export const refs = entries.map(({ volunteer, recordId }) => ({ volunteer, recordId }))
const seen = { code: 'list-seen', text: null } as const
const step = { burstId: 's.S', number: 1, unit: units.V2 } as const
export const noted = { type: 'BurstNoted', ...step, entries, held: refs } as const
export const ruled = { type: 'BurstRuled', ...step, verdict: 'none', by: 'qc', reason: seen } as const
export const ruling = { type: 'RuleBurst', burstId: 's.S', number: 1, verdict: 'none', reason: seen } as const
export const later = makeEntry('a', 'R10', { enteredAt: '2020-05-20T01:00:00.000Z' })

/** The records of the burst, as k2 entered them. */
export const recordsOfBurst: Readonly<Record<StreamName, ReadonlyArray<Typed>>> = Object.fromEntries(
  refs.map(({ volunteer, recordId }) => [`record-${volunteer}`, [submitted(recordId, { volunteer })]]),
)

const pasts: Readonly<Record<BurstState['type'], ReadonlyArray<Typed>>> = {
  None: [],
  Open: [noted],
  Ruled: [noted, ruled],
}
const says = (state: BurstState['type']): Says<BurstCommand> => ({
  NoteBurst: { burstId: 's.S', entries: state === 'None' ? entries : [later] },
  RuleBurst: { burstId: 's.S', number: 1, verdict: 'none', reason: seen },
  DoubtDay: { burstId: 's.S', day: '2020-04-29', because: 'event1' },
})

export const burstTrial: MakeTrial<BurstState['type'], BurstCommand> = (state, command) => ({
  past: pasts[state],
  knowing: recordsOfBurst,
  command: pickCommand<BurstCommand>(says(state), command),
  now: '2020-05-21T01:00:00.000Z',
  actor: command === 'RuleBurst' ? people.approverC : timer,
})
