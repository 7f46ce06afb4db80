/** A story beside the golden one: two registrations of one human, whose records overlap, are merged (H5). */
import type { Ledger } from '@zhiyuan/ledger'
import type { Instant } from '@zhiyuan/kernel'
import { actors, units } from './people.ts'
import { stage, type Stage, type Stores } from './runner.ts'
import type { StoryCommand } from './command.ts'

const send = async ({ ledger }: Stage, command: StoryCommand | object, who: keyof typeof actors): Promise<void> => {
  const outcome = await ledger.sendUnknown(command, { actor: actors[who] })
  if (!outcome.ok) throw new Error(`${JSON.stringify(command)} → ${JSON.stringify(outcome.rejection)}`)
}

/** One service of a registration, entered and verified. */
const serve = async (
  on: Stage,
  volunteer: string,
  day: string,
  [start, end]: readonly [string, string],
): Promise<void> => {
  const hour = (text: string): string => `2020-04-${day}T${text}:00.000Z`
  const record = { volunteer, recordId: `${volunteer}-${day}` }
  const minutes = (Date.parse(hour(end)) - Date.parse(hour(start))) / 60_000
  const segments = [{ start: hour(start), end: hour(end) }]
  const occasion = { type: 'session', sessionId: `S${day}`, host: units.V2 }
  const by = { bodyId: units.V2, teamId: null, responsible: 'q2', reason: null }
  await send(on, { type: 'Backfill', ...record, occasion, segments, minutes, content: 'culture-arts', ...by }, 'k2')
  await send(on, { type: 'VerifyRecord', ...record }, 'q2')
}

/** The same hours, hours that meet in part, hours that only touch, and a day that one of them served alone. */
const services = [
  ['02', ['01:00', '03:00'], ['01:00', '03:00']],
  ['03', ['01:00', '03:00'], ['02:00', '04:30']],
  ['07', ['01:00', '02:00'], ['02:00', '03:00']],
  ['08', ['01:00', '02:00'], null],
] as const

/** Tells the story: the registration of `a` survives. */
export const tellMerge = async (stores: Stores): Promise<Ledger> => {
  const on = await stage(stores, 'merge')
  const { ledger, clock } = on
  clock.set('2020-04-10T01:00:00.000Z' as Instant)
  for (const [day, ofA, ofE] of services) {
    await serve(on, 'a', day, ofA)
    if (ofE !== null) await serve(on, 'e', day, ofE)
  }
  await ledger.settle()
  clock.set('2020-04-20T01:00:00.000Z' as Instant)
  await send(on, { type: 'ProposeMerge', person: 'e', survivor: 'a' }, 'k2')
  await send(on, { type: 'MergeRegistrations', person: 'e', survivor: 'a' }, 'admin')
  await ledger.settle()
  return ledger
}
