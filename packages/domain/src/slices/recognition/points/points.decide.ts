import * as E from 'fp-ts/lib/Either.js'
import { defineHandler, sameContent, type Decider, type Moment, type StreamRead } from '@zhiyuan/kernel'
import { refusePerson } from '../../organisation/authority.ts'
import { policyRead, policyOn } from '../../organisation/policy/policy.read.ts'
import type {
  CreditPoints,
  JoinPoints,
  PointsCommand,
  PointsEvent,
  RedeemPoints,
  ReversePoints,
} from './points.codec.ts'
import { pointsRead, pointsStream } from './points.read.ts'
import type { PointsRejection } from './points.rejection.ts'
import { pointsFold, type PointsState } from './points.state.ts'
import { pointsFor } from './rate.ts'
import { pointTerms } from './points.terms.ts'
import { readTerms } from '../../organisation/policy/terms.ts'

type Decision = E.Either<PointsRejection, ReadonlyArray<PointsEvent>>
const on = defineHandler<PointsState, PointsEvent, PointsRejection>()

const policies = (_command: PointsCommand, _state: PointsState, { jurisdiction }: Moment) => ({
  book: policyRead(jurisdiction),
})

/** G5: at the rate of the service day, as known now. A record that is worth other points is taken back in full and credited anew. */
const creditPoints = on<typeof CreditPoints._A>()({
  reads: policies,
  decide:
    (command, { book }, { actor }) =>
    (state): Decision => {
      const { type, volunteer, recordId, revision, day, minutes } = command
      const onlyAProcess = refusePerson(actor, type)
      if (onlyAProcess !== null) return E.left(onlyAProcess)
      const known = state.credits.get(recordId)
      if (known !== undefined && (known.final || known.revision >= revision)) return E.right([])
      const policy = policyOn(book, day)
      if (policy === null) return E.left({ type: 'PolicyMissing', day })
      const points = pointsFor(readTerms(pointTerms, policy), minutes)
      const credit = { volunteer, recordId, revision, day, minutes, points, policyVersion: policy.version }
      if (known !== undefined && known.points === points) return E.right([{ type: 'CreditKept', ...credit }])
      if (known === undefined || known.points === 0) return E.right([{ type: 'PointsCredited', ...credit }])
      return E.right([
        { type: 'PointsReversed', volunteer, recordId, revision, points: known.points, because: 'corrected' },
        { type: 'PointsCredited', ...credit },
      ])
    },
})

/** W13: in full, whatever was spent in between. Before its credit came it is remembered, so that the late credit is silent. */
const reversePoints = on<typeof ReversePoints._A>()({
  decide:
    (command, _found, { actor }) =>
    (state): Decision => {
      const { type, volunteer, recordId, revision } = command
      const onlyAProcess = refusePerson(actor, type)
      if (onlyAProcess !== null) return E.left(onlyAProcess)
      const known = state.credits.get(recordId)
      if (known === undefined) return E.right([{ type: 'CreditForestalled', volunteer, recordId, revision }])
      if (known.final) return E.right([])
      const { points } = known
      return E.right([{ type: 'PointsReversed', volunteer, recordId, revision, points, because: 'voided' }])
    },
})

const joinPoints = on<typeof JoinPoints._A>()({
  decide:
    ({ type, volunteer, other }, _found, { actor }) =>
    (state): Decision => {
      const onlyAProcess = refusePerson(actor, type)
      if (onlyAProcess !== null) return E.left(onlyAProcess)
      if (other === volunteer || state.others.includes(other)) return E.right([])
      return E.right([{ type: 'PointsJoined', volunteer, other }])
    },
})

const others = (_command: PointsCommand, state: PointsState): Readonly<Record<string, StreamRead<PointsState>>> =>
  Object.fromEntries(state.others.map((person) => [person, pointsRead(person)]))

/** W13, G2: what is there, less what the human owes under other registrations beyond what they have. */
const spendable = ({ balance }: PointsState, elsewhere: ReadonlyArray<PointsState>): number =>
  Math.min(
    balance,
    elsewhere.reduce((sum, other) => sum + other.balance, balance),
  )

/** W10: the stream decides which of two redemptions was first. */
const redeemPoints = on<typeof RedeemPoints._A>()({
  reads: others,
  decide:
    (command, facts, { actor }) =>
    (state): Decision => {
      const { type, volunteer, redemptionId, points, item } = command
      if (actor.type !== 'person' || actor.person !== volunteer) return E.left({ type: 'NotAuthorised', command: type })
      const known = state.redemptions.get(redemptionId)
      if (known !== undefined)
        return sameContent(known, { points, item })
          ? E.right([])
          : E.left({ type: 'SameIdOtherContent', id: redemptionId })
      const balance = spendable(state, Object.values(facts))
      if (points > balance) return E.left({ type: 'InsufficientPoints', balance })
      return E.right([{ type: 'PointsSpent', volunteer, redemptionId, points, item }])
    },
})

export const pointsDecider: Decider<PointsCommand, PointsState, PointsEvent, PointsRejection> = {
  stream: ({ volunteer }) => pointsStream(volunteer),
  fold: pointsFold,
  handlers: {
    CreditPoints: creditPoints,
    ReversePoints: reversePoints,
    JoinPoints: joinPoints,
    RedeemPoints: redeemPoints,
  },
}
