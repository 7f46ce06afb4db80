import * as E from 'fp-ts/lib/Either.js'
import { sameContent, type Moment } from '@zhiyuan/kernel'
import { citedPolicy } from '../../../organisation/policy/policy.read.ts'
import type { LowerStar, RevokeStar, UpholdStar } from '../star.codec.ts'
import type { StarRejection } from '../star.rejection.ts'
import type { HeldStar, StarState } from '../star.state.ts'
import { refuseStarAuthority, unitsAndRegistrations, type Asked } from './authority.ts'
import { carriedBy, refuseIneligible, serviceForAuthority } from './carried.ts'
import { noPolicy, notAllowed, on, type Decision } from './on.ts'

type Ending = typeof UpholdStar._A | typeof LowerStar._A | typeof RevokeStar._A

const isRepeat = ({ ends }: StarState, command: Ending): boolean => {
  const end = ends.get(command.examination)
  if (end === undefined) return false
  const level = command.type === 'LowerStar' ? command.level : end.level
  return sameContent(end, { type: command.type, level, reason: command.reason })
}

/** The star that this very examination is about, for who may end it; else why not. */
const questioned = (
  moment: Moment,
  asked: Asked & { readonly command: Ending },
): { readonly held: HeldStar } | StarRejection => {
  const { state, command } = asked
  const { held, ends, examinations } = state
  const { examination } = command
  if (ends.has(examination)) return { type: 'SameIdOtherContent', id: String(examination) }
  if (held === null || !held.underExamination) return notAllowed(state, command)
  if (examination !== examinations) return { type: 'NotThere', id: String(examination) }
  return refuseStarAuthority(moment, asked) ?? { held }
}

/** Ends an examination with the star as it is; also where its ground is back (W4). */
export const upholdStar = on<typeof UpholdStar._A>()({
  reads: serviceForAuthority,
  decide:
    (command, facts, moment) =>
    (state): Decision => {
      if (isRepeat(state, command)) return E.right([])
      const star = questioned(moment, { command, state, facts })
      if ('type' in star) return E.left(star)
      const { level, policyVersion } = star.held
      const policy = citedPolicy(facts.book, policyVersion)
      if (policy === null) return E.left(noPolicy(moment))
      const { minutes, eligible, gateOpen, records } = carriedBy(policy, facts, state)
      const { volunteer, examination, reason } = command
      return E.right([
        { type: 'StarUpheld', volunteer, examination, level, reason, minutes, eligible, gateOpen, records },
      ])
    },
})

/** To a level that what is left carries (W4). */
export const lowerStar = on<typeof LowerStar._A>()({
  reads: serviceForAuthority,
  decide:
    (command, facts, moment) =>
    (state): Decision => {
      if (isRepeat(state, command)) return E.right([])
      const star = questioned(moment, { command, state, facts })
      if ('type' in star) return E.left(star)
      const { level: from, policyVersion } = star.held
      const { volunteer, examination, level, reason } = command
      if (level >= from) return E.left({ type: 'NotLower', level: from })
      const policy = citedPolicy(facts.book, policyVersion)
      if (policy === null) return E.left(noPolicy(moment))
      const found = carriedBy(policy, facts, state)
      const ineligible = refuseIneligible(policy, found, level)
      if (ineligible !== null) return E.left(ineligible)
      const { minutes, eligible, gateOpen, records } = found
      const carried = { minutes, eligible, gateOpen, records }
      return E.right([{ type: 'StarLowered', volunteer, examination, from, level, reason, ...carried }])
    },
})

export const revokeStar = on<typeof RevokeStar._A>()({
  reads: unitsAndRegistrations,
  decide:
    (command, facts, moment) =>
    (state): Decision => {
      if (isRepeat(state, command)) return E.right([])
      const star = questioned(moment, { command, state, facts })
      if ('type' in star) return E.left(star)
      const { volunteer, examination, reason } = command
      return E.right([{ type: 'StarRevoked', volunteer, examination, level: star.held.level, reason }])
    },
})
