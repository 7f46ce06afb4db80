import * as E from 'fp-ts/lib/Either.js'
import { localDay, readMany, sameContent, type Decider } from '@zhiyuan/kernel'
import { refuseAuthority } from '../../organisation/authority.ts'
import { handlerKit } from '../../organisation/handler-kit.ts'
import { findPolicyOfDay, findZone, policyRead } from '../../organisation/policy/policy.read.ts'
import { policyReads } from '../../organisation/policy-reads.ts'
import { recordRead } from '../../hours/record/record.read.ts'
import { humansRead, listOthers, listRegistrations, refuseMerged } from '../../people/humans/humans.read.ts'
import { refuseByRow } from '../../people/own-favour.ts'
import { findHome, volunteerRead } from '../../people/volunteer/volunteer.read.ts'
import { unitsRead } from '../../organisation/units/units.read.ts'
import type {
  CancelRedemption,
  CreditPoints,
  PointsCommand,
  PointsEvent,
  RedeemPoints,
  ReversePoints,
} from './points.codec.ts'
import { pointsRead, pointsStream } from './points.read.ts'
import type { PointsRejection } from './points.rejection.ts'
import { pointsRoles } from './points.roles.ts'
import { pointsFold, type PointsState } from './points.state.ts'
import { computePoints } from './rate.ts'
import { computeSpendable } from './spendable.read.ts'
import { pointTerms } from './points.terms.ts'
import { readTerms } from '../../organisation/policy/terms.ts'

type Decision = E.Either<PointsRejection, ReadonlyArray<PointsEvent>>
/** Every state of points allows every command: there is always a balance. */
const { on, onProcess } = handlerKit<PointsCommand, PointsState, PointsEvent, PointsRejection>({
  isAbsent: () => false,
  notAllowed: (_state, { type }) => ({ type: 'NotAuthorised', command: type }),
})

/**
 * G5: at the rate of the service day, as known now. If the points of a record change, the old credit is taken back in full and a new one is
 * given.
 */
const creditPoints = onProcess<CreditPoints>()({
  reads: policyReads,
  about: (command, state) => {
    const known = state.credits.get(command.recordId)
    return known !== undefined && (known.final || known.revision >= command.revision) ? null : { command, known }
  },
  then: ({ command, known }, { policies }): Decision => {
    const { volunteer, recordId, revision, day, minutes } = command
    const policy = findPolicyOfDay(policies, day)
    if (policy === null) return E.left({ type: 'PolicyMissing', day })
    const points = computePoints(readTerms(pointTerms, policy), minutes)
    const credit = { volunteer, recordId, revision, day, minutes, points, policyVersion: policy.version }
    if (known !== undefined && known.points === points) return E.right([{ type: 'CreditKept', ...credit }])
    if (known === undefined || known.points === 0) return E.right([{ type: 'PointsCredited', ...credit }])
    return E.right([
      { type: 'PointsReversed', volunteer, recordId, revision, points: known.points, because: 'corrected' },
      { type: 'PointsCredited', ...credit },
    ])
  },
})

/** W13: in full, no matter what was spent in between. A reversal before its credit is remembered, so that the late credit is a no-op. */
const reversePoints = onProcess<ReversePoints>()({
  about: (command, state) => {
    const known = state.credits.get(command.recordId)
    return known?.final === true ? null : { command, known }
  },
  then: ({ command, known }) => {
    const { volunteer, recordId, revision } = command
    if (known === undefined) return E.right([{ type: 'CreditForestalled', volunteer, recordId, revision }])
    const { points } = known
    return E.right([{ type: 'PointsReversed', volunteer, recordId, revision, points, because: 'voided' }])
  },
})

/**
 * W10: the stream decides which of two redemptions came first. G2: the survivor spends what all registrations of the human have together;
 * what it spends beyond the own is its debt after a split.
 */
const redeemPoints = on<RedeemPoints>()({
  reads: (_command, _state, { jurisdiction }) => ({ humans: humansRead(jurisdiction) }),
  thenReads: ({ humans }, { volunteer }) => ({
    records: readMany(listRegistrations(humans, volunteer), recordRead),
    others: readMany(listOthers(humans, volunteer), pointsRead),
  }),
  decide:
    (command, { humans, records, others }, { actor }) =>
    (state): Decision => {
      const { type, volunteer, redemptionId, points, item } = command
      if (actor.type !== 'person' || actor.person !== volunteer) return E.left({ type: 'NotAuthorised', command: type })
      const known = state.redemptions.get(redemptionId)
      if (known !== undefined)
        return sameContent({ points: known.points, item: known.item }, { points, item })
          ? E.right([])
          : E.left({ type: 'SameIdOtherContent', id: redemptionId })
      const merged = refuseMerged(humans, volunteer)
      if (merged !== null) return E.left(merged)
      const balance = computeSpendable(new Map([[volunteer, state], ...others]), records)
      if (points > balance) return E.left({ type: 'InsufficientPoints', balance })
      return E.right([{ type: 'PointsSpent', volunteer, redemptionId, points, item }])
    },
})

/** W13: what was not delivered is credited again; G7: never by the volunteer, under any registration. */
const cancelRedemption = on<CancelRedemption>()({
  reads: ({ volunteer }, _state, { jurisdiction }) => ({
    registration: volunteerRead(volunteer),
    humans: humansRead(jurisdiction),
    policies: policyRead(jurisdiction),
    tree: unitsRead(jurisdiction),
  }),
  decide:
    (command, { registration, humans, policies, tree }, { actor, now }) =>
    (state): Decision => {
      const { type, volunteer, redemptionId, reason } = command
      const redemption = state.redemptions.get(redemptionId)
      if (redemption === undefined) return E.left({ type: 'NotThere', id: redemptionId })
      const { points, cancelled } = redemption
      if (cancelled !== null)
        return sameContent(cancelled, reason) ? E.right([]) : E.left({ type: 'SameIdOtherContent', id: redemptionId })
      const home = findHome(registration, localDay(findZone(policies), now))
      if (home === null || actor.type !== 'person') return E.left({ type: 'NotAuthorised', command: type })
      const row = pointsRoles.CancelRedemption
      const refusal =
        refuseAuthority(tree, actor, { command: type, unit: home, roles: row.roles }) ??
        refuseByRow(row, { humans, actor }, { volunteer: [volunteer] })
      if (refusal !== null) return E.left(refusal)
      return E.right([{ type: 'RedemptionCancelled', volunteer, redemptionId, points, by: actor.person, reason }])
    },
})

export const pointsDecider: Decider<PointsCommand, PointsState, PointsEvent, PointsRejection> = {
  stream: ({ volunteer }) => pointsStream(volunteer),
  fold: pointsFold,
  handlers: {
    CreditPoints: creditPoints,
    ReversePoints: reversePoints,
    RedeemPoints: redeemPoints,
    CancelRedemption: cancelRedemption,
  },
}
