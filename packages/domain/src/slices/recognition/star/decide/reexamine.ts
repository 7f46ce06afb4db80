import * as E from 'fp-ts/lib/Either.js'
import { refusePerson } from '../../../organisation/authority.ts'
import { citedPolicy } from '../../../organisation/policy/policy.read.ts'
import type { RecordRef } from '../../../hours/record/record.codec.ts'
import type { Count } from '../../../../vocabulary/words.ts'
import type { Eligibility } from '../eligibility.ts'
import type { ReexamineStar, StarEvent } from '../star.codec.ts'
import { openApplication, type Application, type HeldStar, type StarState } from '../star.state.ts'
import { carriedBy, serviceAndPolicy, stillCarries } from './carried.ts'
import { noPolicy, on, type Decision } from './on.ts'

const lostOf = ({ records }: HeldStar, now: ReadonlyArray<RecordRef>): ReadonlyArray<RecordRef> => {
  const key = ({ volunteer, recordId }: RecordRef): string => `${volunteer} ${recordId}`
  const there = new Set(now.map(key))
  return records.filter((record) => !there.has(key(record)))
}

/** W12. */
const lapsing = (
  { volunteer }: typeof ReexamineStar._A,
  { applicationId, level }: Application,
  { eligible }: Eligibility,
): ReadonlyArray<StarEvent> =>
  eligible >= level ? [] : [{ type: 'ApplicationLapsed', volunteer, applicationId, level, eligible }]

/** W4. */
const questioning = (
  { volunteer }: typeof ReexamineStar._A,
  { held, examinations }: StarState,
  found: Eligibility,
): ReadonlyArray<StarEvent> => {
  if (held === null || held.underExamination || stillCarries(held, found)) return []
  const { minutes, eligible, gateOpen, records } = found
  const examination = (examinations + 1) as Count
  const { level } = held
  const lost = lostOf(held, records)
  return [{ type: 'StarPutUnderExamination', volunteer, examination, level, minutes, eligible, gateOpen, lost }]
}

/** W4, W12: an open application whose eligibility is lost lapses; a star that nothing carries any more is put under examination, once. */
export const reexamineStar = on<typeof ReexamineStar._A>()({
  reads: serviceAndPolicy,
  decide:
    (command, facts, moment) =>
    (state): Decision => {
      const onlyAProcess = refusePerson(moment.actor, command.type)
      if (onlyAProcess !== null) return E.left(onlyAProcess)
      const events: StarEvent[] = []
      const application = openApplication(state)
      if (application !== null) {
        const policy = citedPolicy(facts.book, application.policyVersion)
        if (policy === null) return E.left(noPolicy(moment))
        events.push(...lapsing(command, application, carriedBy(policy, facts, state)))
      }
      if (state.held !== null) {
        const policy = citedPolicy(facts.book, state.held.policyVersion)
        if (policy === null) return E.left(noPolicy(moment))
        events.push(...questioning(command, state, carriedBy(policy, facts, state)))
      }
      return E.right(events)
    },
})
