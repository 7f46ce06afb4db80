/** Plays histories over the real slices and processes, and says what the oracle and the figures make of them. */
import { project, type Instant, type PersonId, type Plain } from '@zhiyuan/kernel'
import { people, timer } from '../../fixtures/people.ts'
import { test1 } from '../../presets/policies.ts'
import { countedRecords, isCounting, type RecordCommand, type ServiceRecord } from '../../slices/hours/record/index.ts'
import { attended, reason } from '../../slices/hours/record/record.fixture.ts'
import { findSurvivor, listRegistrations } from '../../slices/people/humans/index.ts'
import { starTable } from '../../views/star-certification/figures.ts'
import { volunteers } from '../../views/volunteers/project.ts'
import type { VolunteerRow } from '../../views/volunteers/row.ts'
import { openCounty, real, registrations, stepInstant, type County, type Parts } from './one-human.county.arbitrary.ts'
import type { Deed } from './one-human.deeds.arbitrary.ts'
import type { State } from './one-human.oracle.fixture.ts'
import { asOracle, instant, listRuled, recordName } from './one-human.translation.fixture.ts'

/** A county in which it is played, and what it looks like to the oracle and in the figures. */
export interface Play extends Pick<County, 'loop' | 'say'> {
  readonly act: (deed: Deed) => void
  /** Delivers all that waits, in an order drawn from the deeds, and returns how many commands it took. */
  readonly rest: () => number
  readonly state: () => State
  /** Minutes of each human as the table of stars and the deciders have them. */
  readonly figures: () => ReadonlyMap<string, readonly [table: number, decided: number]>
}

/** How far a play has come: the number of its deeds, and the number from which the next delivery is drawn. */
interface Progress {
  step: number
  picked: number
}

const pick = <A>(from: ReadonlyArray<A>, n: number): A | undefined => from[n % Math.max(1, from.length)]
const copyRef = ({ volunteer, recordId }: ServiceRecord) => ({ volunteer, recordId })
const giveReason = ({ step }: Progress) => ({ reason: reason(`step-${step}`) })
const rule = (county: County, isLate: boolean, one: ServiceRecord, command: Plain<RecordCommand>): void =>
  county.send(`record-${one.volunteer}`, isLate, people.approverV2, command)

/** Held records. Those that a hold suspended are rare, so they are preferred. */
const listHeld = (county: County): ReadonlyArray<ServiceRecord> => {
  const suspended = county.listRecords().filter(({ status }) => status === 'suspended')
  return suspended.length > 0 ? suspended : county.listRecords().filter(({ status }) => status === 'held')
}

const submit = (county: County, { step }: Progress, { late, one, other, minute }: Deed): void => {
  const person = pick(registrations, one) ?? ('a' as PersonId)
  const minutes = 1 + (other % 5)
  const submission = attended(`S.${step}`, person, '04-29 00:00', '04-29 00:00', minutes)
  const segments = [{ start: instant(minute), end: instant(minute + minutes) }]
  county.send(`record-${person}`, late, timer, { ...submission, segments })
}

/** Ends a record: one that counts is suspended and voided at once, one that waits is rejected. */
const endRecord = (county: County, progress: Progress, isLate: boolean, one: ServiceRecord): void => {
  const why = giveReason(progress)
  // Another approver than the one who voids it (H9).
  const suspend = { type: 'SuspendRecord', ...copyRef(one), ...why } as const
  if (isCounting(one)) county.send(`record-${one.volunteer}`, false, people.approverC, suspend)
  const waits = one.status === 'submitted' || one.status === 'held'
  rule(county, isLate, one, { type: waits ? 'RejectRecord' : 'VoidRecord', ...copyRef(one), ...why })
}

/** Clears a hold. In half of the deeds the records that it gave way to are ended first, so that it may count again. */
const clearHold = (county: County, progress: Progress, { late, other: n }: Deed, one: ServiceRecord): void => {
  const hold = one.holds.find(({ cleared }) => cleared === null)
  if (hold === undefined) return
  const names = hold.because.map(recordName)
  const stronger = county.listRecords().filter((other) => names.includes(recordName(other)))
  if (n % 2 === 0) stronger.filter(isCounting).forEach((other) => endRecord(county, progress, false, other))
  rule(county, late, one, { type: 'ClearHold', ...copyRef(one), holdId: hold.holdId, ...giveReason(progress) })
}

const merge = (county: County, { late, one, other }: Deed): void => {
  const person = pick(registrations, one) ?? ('a' as PersonId)
  const survivor = pick(registrations, other) ?? person
  county.send('humans-131081', false, people.deputy, { type: 'ProposeMerge', person, survivor })
  county.send('humans-131081', late, people.admin, { type: 'MergeRegistrations', person, survivor })
}

const comeToRest = ({ loop, lateStreams, writeLate }: County, progress: Progress): number => {
  lateStreams().forEach(writeLate)
  let commands = 0
  // Bounded: a law judges the number of commands, also where they would go on for ever.
  for (; loop.waiting().length > 0 && commands < 10_000; commands += 1) {
    progress.picked = (progress.picked * 48_271 + 11) % 2_147_483_647
    loop.deliver(progress.picked % loop.waiting().length)
  }
  return commands
}

const perform = (county: County, progress: Progress, deed: Deed): void => {
  const { what, late, one, other } = deed
  const found = pick(what === 'clear' ? listHeld(county) : county.listRecords(), one)
  switch (what) {
    case 'submit':
      return submit(county, progress, deed)
    case 'verify':
      return found === undefined ? undefined : rule(county, late, found, { type: 'VerifyRecord', ...copyRef(found) })
    case 'clear':
      return found === undefined ? undefined : clearHold(county, progress, deed, found)
    case 'end':
      return found === undefined ? undefined : endRecord(county, progress, late, found)
    case 'merge':
      return merge(county, deed)
    case 'deliver':
      if (other % 4 > 0) return county.deliver(one % Math.max(1, county.loop.waiting().length), late)
      comeToRest(county, progress)
      return
    case 'write': {
      const stream = pick(county.lateStreams(), one)
      return stream === undefined ? undefined : county.writeLate(stream)
    }
  }
}

const describeState = (county: County): State => {
  const records = county.listRecords()
  return {
    registrations: registrations.map((id) => ({ id, human: findSurvivor(county.humans(), id) })),
    records: records.map(asOracle),
    ruled: records.flatMap(listRuled),
  }
}

/** Minutes by the rows of the view, which take in what the log has gained since the last call, and by the records as deciders read them. */
const followFigures = ({ loop, humans, readRecords }: County): Play['figures'] => {
  const rows = new Map<string, VolunteerRow>()
  let seen = 0
  return () => {
    for (const envelope of loop.log().slice(seen)) project(volunteers)(rows, envelope as never)
    seen = loop.log().length
    const known = humans()
    const question = { knownAt: '2020-12-31T00:00:00.000Z' as Instant, policy: test1 as never }
    const table = new Map(starTable([...rows.values()], known, question).map((one) => [one.volunteer, one.minutes]))
    const survivors = registrations.filter((one) => findSurvivor(known, one) === one)
    return new Map(
      survivors.map((one) => {
        const decided = countedRecords(listRegistrations(known, one).map(readRecords))
        return [one, [table.get(one) ?? 0, decided.reduce((sum, { minutes }) => sum + minutes, 0)]] as const
      }),
    )
  }
}

export const createPlay = (parts: Parts = real): Play => {
  const county = openCounty(parts)
  const progress: Progress = { step: 0, picked: 0 }
  return {
    loop: county.loop,
    say: county.say,
    act: (deed) => {
      progress.step += 1
      progress.picked = deed.one
      county.loop.at(stepInstant(progress.step))
      perform(county, progress, deed)
    },
    rest: () => comeToRest(county, progress),
    state: () => describeState(county),
    figures: followFigures(county),
  }
}
