import * as E from 'fp-ts/lib/Either.js'
import { sameContent, type Moment } from '@zhiyuan/kernel'
import type { LowerStar, RevokeStar, UpholdStar } from '../star.codec.ts'
import type { StarRejection } from '../star.rejection.ts'
import type { HeldStar, StarState } from '../star.state.ts'
import { refuseStarAuthority, unitAndHumanReads, type Authority } from './authority.ts'
import { judgeEligibility, authorityReads, refuseIneligible, serviceReads } from './eligible.ts'
import { findCited, notAllowed, on, type Decision } from './shared.ts'

type Ending = UpholdStar | LowerStar | RevokeStar

const isRepeat = ({ ends }: StarState, command: Ending): boolean => {
  const end = ends.get(command.examination)
  if (end === undefined) return false
  const level = command.type === 'LowerStar' ? command.level : end.level
  return sameContent(end, { type: command.type, level, reason: command.reason })
}

/** The star under this very examination, if the actor may end it; else the refusal. */
const findQuestioned = (
  facts: Authority,
  moment: Moment,
  { state, command }: { readonly state: StarState; readonly command: Ending },
): E.Either<StarRejection, HeldStar> => {
  const { held, ends, examinations } = state
  const { examination } = command
  if (ends.has(examination)) return E.left({ type: 'SameIdOtherContent', id: String(examination) })
  if (held === null || !held.underExamination) return E.left(notAllowed(state, command))
  if (examination !== examinations) return E.left({ type: 'NotThere', id: String(examination) })
  const refusal = refuseStarAuthority(facts, moment, command)
  return refusal === null ? E.right(held) : E.left(refusal)
}

/** Ends an examination with the star as it is, also where its ground is back (W4). */
export const upholdStar = on<UpholdStar>()({
  reads: authorityReads,
  thenReads: serviceReads,
  decide:
    (command, facts, moment) =>
    (state): Decision => {
      if (isRepeat(state, command)) return E.right([])
      const star = findQuestioned(facts, moment, { state, command })
      if (E.isLeft(star)) return star
      const { level, cited } = star.right
      const policies = findCited(facts.policies, cited, moment)
      if (E.isLeft(policies)) return policies
      const { minutes, manual, eligible, gateOpen, records } = judgeEligibility(policies.right, facts, state)
      const { volunteer, examination, reason } = command
      const carried = { minutes, manual, eligible, gateOpen, records }
      return E.right([{ type: 'StarUpheld', volunteer, examination, level, reason, ...carried }])
    },
})

/** Lowers the star to a level that the remaining service carries (W4). */
export const lowerStar = on<LowerStar>()({
  reads: authorityReads,
  thenReads: serviceReads,
  decide:
    (command, facts, moment) =>
    (state): Decision => {
      if (isRepeat(state, command)) return E.right([])
      const star = findQuestioned(facts, moment, { state, command })
      if (E.isLeft(star)) return star
      const { level: from, cited } = star.right
      const { volunteer, examination, level, reason } = command
      if (level >= from) return E.left({ type: 'NotLower', level: from })
      const policies = findCited(facts.policies, cited, moment)
      if (E.isLeft(policies)) return policies
      const found = judgeEligibility(policies.right, facts, state)
      const ineligible = refuseIneligible(policies.right, found, level)
      if (ineligible !== null) return E.left(ineligible)
      const { minutes, manual, eligible, gateOpen, records } = found
      const carried = { minutes, manual, eligible, gateOpen, records }
      return E.right([{ type: 'StarLowered', volunteer, examination, from, level, reason, ...carried }])
    },
})

export const revokeStar = on<RevokeStar>()({
  reads: unitAndHumanReads,
  decide:
    (command, facts, moment) =>
    (state): Decision => {
      if (isRepeat(state, command)) return E.right([])
      const star = findQuestioned(facts, moment, { state, command })
      if (E.isLeft(star)) return star
      const { volunteer, examination, reason } = command
      return E.right([{ type: 'StarRevoked', volunteer, examination, level: star.right.level, reason }])
    },
})
