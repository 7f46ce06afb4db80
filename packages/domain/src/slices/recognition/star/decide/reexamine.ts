import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import type { PersonId } from '@zhiyuan/kernel'
import type { RecordRef } from '../../../hours/record/record.codec.ts'
import type { Count } from '../../../../vocabulary/values.ts'
import type { Eligibility } from '../eligibility.ts'
import type { ReexamineStar, StarEvent } from '../star.codec.ts'
import type { StarRejection } from '../star.rejection.ts'
import { openApplication, type Application, type Cited, type HeldStar, type StarState } from '../star.state.ts'
import { judgeEligibility, policyAndHumanReads, serviceReads, stillCarries } from './eligible.ts'
import { findCited, onProcess, type Decision } from './shared.ts'

/** What is left of the ground of an application or a star. */
interface Found<A> {
  readonly of: A
  readonly found: Eligibility
}
/** Judges what the human's service carries, by the cited policies. */
type Carry = (cited: Cited) => E.Either<StarRejection, Eligibility>

/** W12: the open application, if it is no longer eligible. */
const findLapsing = (star: StarState, carry: Carry): E.Either<StarRejection, Found<Application> | null> => {
  const application = openApplication(star)
  if (application === null) return E.right(null)
  return pipe(
    carry(application.cited),
    E.map((found) => (found.eligible >= application.level ? null : { of: application, found })),
  )
}

/** W4: the star, if nothing carries it any more and it is not yet under examination. */
const findDoubtful = ({ held }: StarState, carry: Carry): E.Either<StarRejection, Found<HeldStar> | null> => {
  if (held === null || held.underExamination) return E.right(null)
  return pipe(
    carry(held.cited),
    E.map((found) => (stillCarries(held, found) ? null : { of: held, found })),
  )
}

const listLost = ({ records }: HeldStar, now: ReadonlyArray<RecordRef>): ReadonlyArray<RecordRef> => {
  const key = ({ volunteer, recordId }: RecordRef): string => `${volunteer} ${recordId}`
  const there = new Set(now.map(key))
  return records.filter((record) => !there.has(key(record)))
}

type ReexamineCommand = ReexamineStar

const lapse = ({ volunteer, tell }: ReexamineCommand, { of, found }: Found<Application>): StarEvent => {
  const { applicationId, level } = of
  return { type: 'ApplicationLapsed', volunteer, applicationId, level, eligible: found.eligible, tell }
}

const putUnderExamination = (
  { volunteer, tell }: ReexamineCommand,
  before: number,
  { of, found }: Found<HeldStar>,
): StarEvent => {
  const { minutes, manual, eligible, gateOpen, records } = found
  const examination = (before + 1) as Count
  const left = { minutes, manual, eligible, gateOpen, lost: listLost(of, records), tell }
  return { type: 'StarPutUnderExamination', volunteer, examination, level: of.level, ...left }
}

/** The other registrations of the human with an application or star that is no longer carried: each decides for itself (G2). */
const listDoubted = (
  others: ReadonlyMap<PersonId, StarState>,
  carry: Carry,
): E.Either<StarRejection, ReadonlyArray<PersonId>> => {
  const doubted: PersonId[] = []
  for (const [other, star] of others) {
    const lapsing = findLapsing(star, carry)
    const doubtful = findDoubtful(star, carry)
    if (E.isLeft(lapsing)) return lapsing
    if (E.isLeft(doubtful)) return doubtful
    if (lapsing.right !== null || doubtful.right !== null) doubted.push(other)
  }
  return E.right(doubted)
}

/** W4, W12: an open application that is no longer eligible lapses; a star that nothing carries any more is put under examination, once. */
export const reexamineStar = onProcess<ReexamineStar>()({
  reads: policyAndHumanReads,
  thenReads: serviceReads,
  about: (command, state) => ({ command, state }),
  then: ({ command, state }, facts, moment): Decision => {
    const carry: Carry = (cited) =>
      pipe(
        findCited(facts.policies, cited, moment),
        E.map((policies) => judgeEligibility(policies, facts, state)),
      )
    const lapsing = findLapsing(state, carry)
    const doubtful = findDoubtful(state, carry)
    if (E.isLeft(lapsing)) return lapsing
    if (E.isLeft(doubtful)) return doubtful
    const doubted = command.tell ? listDoubted(facts.others, carry) : E.right([])
    if (E.isLeft(doubted)) return doubted
    const events: StarEvent[] = []
    if (lapsing.right !== null) events.push(lapse(command, lapsing.right))
    if (doubtful.right !== null) events.push(putUnderExamination(command, state.examinations, doubtful.right))
    if (doubted.right.length > 0)
      events.push({ type: 'StarsDoubted', volunteer: command.volunteer, others: doubted.right })
    return E.right(events)
  },
})
