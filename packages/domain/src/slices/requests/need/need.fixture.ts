/** Needs for this package's tests: the events that lead to each state, and for each command one that suits it. */
import type { Typed } from '@zhiyuan/kernel'
import type { MakeTrial, Says, Trial } from '../../../fixtures/lifecycle.ts'
import { people, timer, units } from '../../../fixtures/people.ts'
import type { NeedCommand } from './need.codec.ts'
import type { NeedState } from './need.state.ts'

/** A reference to text in the vault. The id is four hexadecimal digits, so that a commitment can be made of it. */
export const textRef = (id: string) => ({ id, commitment: id.repeat(16) })
/** An event as a test writes it. */
export const makeEvent = (event: Typed & Readonly<Record<string, unknown>>): Typed => event
export const reason = (code: string) => ({ code, text: null })
export const noRisk = { known: false, description: null }

/** The need of r1, which h1, the grid worker of V1, submits for her; her daughter f1 is the contact. */
export const asked = {
  needId: 'N1',
  unitId: units.V1,
  requester: 'r1',
  proxy: { person: 'h1', kind: 'grid-worker' },
  contact: 'f1',
  channel: 'home-visit',
  kind: 'work-life',
  description: textRef('d001'),
  risks: { known: true, description: textRef('d002') },
  voicedAt: '2020-04-20T00:30:00.000Z',
  sourceDate: null,
} satisfies Says<NeedCommand>['SubmitNeed']

export const submitted = {
  type: 'NeedSubmitted',
  ...asked,
  recordedAt: '2020-04-20T01:00:00.000Z',
  answerDueAt: '2020-04-21T01:00:00.000Z',
  assumed: false,
  policyVersion: 'TEST-1',
}
/** Every event after the first says when the need was recorded. */
const opened = { needId: 'N1', opened: submitted.recordedAt }
export const needKeys = { ...opened, unitId: units.V1 }
const answer = { ...needKeys, minutesToAnswer: 60 }

export const informationRequested = {
  type: 'InformationRequested',
  ...needKeys,
  question: textRef('a001'),
  by: 'k1',
  stoppedAt: '2020-04-20T02:00:00.000Z',
  lapsesAt: '2020-04-27T02:00:00.000Z',
  assumed: false,
  policyVersion: 'TEST-1',
}
const informationLapsed = {
  type: 'InformationLapsed',
  ...needKeys,
  requester: 'r1',
  lapsesAt: informationRequested.lapsesAt,
}
/** The midnight in Beijing that ends the 3rd working day after 04-20. */
export const orderDueAt = '2020-04-23T16:00:00.000Z'
export const approved = {
  type: 'NeedApproved',
  ...answer,
  serviceClass: 'special-group',
  risks: asked.risks,
  risksStated: false,
  approvedAt: '2020-04-20T02:00:00.000Z',
  orderDueAt,
  assumed: false,
  policyVersion: 'TEST-1',
}
const rejected = { type: 'NeedRejected', ...answer, reason: reason('unlawful') }
const referred = { type: 'NeedReferred', ...answer, receiver: '12345', reason: reason('municipal') }
const ownPeople = { requester: 'r1', contact: asked.contact, proxy: asked.proxy }
export const merged = {
  type: 'NeedMerged',
  ...answer,
  into: 'N0',
  ...ownPeople,
  proposed: false,
  stoppedAt: '2020-04-20T02:00:00.000Z',
}
export const orderNoted = {
  type: 'NeedOrderNoted',
  ...opened,
  orderId: 'O1',
  placedAt: units.V1,
  owner: units.V1,
  follows: false,
  unwanted: null,
}
export const duplicateNoted = {
  type: 'DuplicateNoted',
  ...opened,
  duplicate: 'N2',
  requester: 'r2',
  contact: null,
  proxy: null,
}
export const clock = { answerDueAt: '2020-04-21T03:00:00.000Z', assumed: false, policyVersion: 'TEST-1' }
export const held = { type: 'NeedHeld', ...needKeys, most: 5 }
/** The city had it, and gives it to V1. */
export const ownershipOffered = {
  type: 'OwnershipOffered',
  ...needKeys,
  unitId: units.C,
  to: units.V1,
  reason: reason('misrouted'),
  offeredFrom: '2020-04-20T02:00:00.000Z',
  acceptBy: '2020-04-22T16:00:00.000Z',
  assumed: false,
  policyVersion: 'TEST-1',
}
export const withdrawn = {
  type: 'NeedWithdrawn',
  ...needKeys,
  by: 'requester',
  side: 'requester',
  reason: 'not-needed',
  unanswered: true,
  recordedAt: '2020-04-20T02:00:00.000Z',
  orders: [],
}

/** An older need, of r2, which asks for the same as N1. */
export const olderNeed: ReadonlyArray<Typed> = [
  makeEvent({
    ...submitted,
    needId: 'N0',
    requester: 'r2',
    proxy: null,
    contact: null,
    recordedAt: '2020-04-20T00:40:00.000Z',
    answerDueAt: '2020-04-21T00:40:00.000Z',
  }),
]

/** The events of an order with another outcome of its last round. */
export const withOutcome = (past: ReadonlyArray<Typed>, outcome: string): ReadonlyArray<Typed> =>
  past.map((event) => (event.type === 'OrderClosed' ? makeEvent({ ...event, outcome }) : event))

/** The events that lead to each state. */
export const needPasts: Readonly<Record<NeedState['type'], ReadonlyArray<Typed>>> = {
  None: [],
  Submitted: [submitted],
  InfoRequested: [submitted, informationRequested],
  Lapsed: [submitted, informationRequested, informationLapsed],
  Rejected: [submitted, rejected],
  Referred: [submitted, referred],
  Merged: [submitted, merged],
  Approved: [submitted, approved],
  Withdrawn: [submitted, withdrawn],
}

const noon = '2020-04-20T04:00:00.000Z'
const { r1, h1, clerkV1, dispatcherC } = people

interface Sent<T extends NeedCommand['type']> extends Pick<Trial<NeedCommand>, 'actor' | 'now'> {
  readonly says: Says<NeedCommand, 'needId'>[T]
}
/** For each command its sender, its time, and its fields beside the need's id. */
const commands: { readonly [T in NeedCommand['type']]: Sent<T> } = {
  SubmitNeed: { actor: h1, says: asked, now: noon },
  RequestInformation: { actor: clerkV1, says: { question: textRef('a002') }, now: noon },
  SupplyInformation: { actor: r1, says: { answer: textRef('b002') }, now: noon },
  LapseInformation: {
    actor: timer,
    says: { lapsesAt: informationRequested.lapsesAt },
    now: informationRequested.lapsesAt,
  },
  NoteAnswerOverdue: { actor: timer, says: { dueAt: submitted.answerDueAt }, now: '2020-04-21T01:00:00.001Z' },
  ApproveNeed: { actor: clerkV1, says: { serviceClass: 'individual', risks: null }, now: noon },
  RejectNeed: { actor: clerkV1, says: { reason: reason('not-feasible') }, now: noon },
  ReferNeed: { actor: clerkV1, says: { receiver: '12350', reason: reason('municipal') }, now: noon },
  MergeNeed: { actor: clerkV1, says: { into: 'N00' }, now: noon },
  UnmergeNeed: { actor: clerkV1, says: { reason: reason('not-the-same') }, now: noon },
  ReturnMergedNeed: { actor: timer, says: { survivor: 'N0' }, now: noon },
  NoteDuplicate: { actor: timer, says: { duplicate: 'N2', requester: 'r2', contact: null, proxy: null }, now: noon },
  ReleaseDuplicate: { actor: timer, says: { duplicate: 'N2' }, now: noon },
  ProposeTwins: { actor: timer, says: { twins: ['N00'] }, now: noon },
  HoldNeed: { actor: timer, says: { most: 5 }, now: noon },
  ReleaseNeed: { actor: clerkV1, says: { reason: reason('seen') }, now: noon },
  NoteNeedOrder: { actor: timer, says: { orderId: 'O1', placedAt: units.V1 }, now: noon },
  CheckStanding: { actor: timer, says: {}, now: noon },
  NoteOrderOverdue: { actor: timer, says: { dueAt: orderDueAt }, now: orderDueAt },
  WithdrawNeed: { actor: r1, says: { reason: 'not-needed' }, now: noon },
  UrgeNeed: { actor: r1, says: {}, now: noon },
  RuleMisrouted: { actor: dispatcherC, says: { to: units.V2, reason: reason('misrouted') }, now: noon },
  AnswerOwnership: { actor: clerkV1, says: { to: units.V1, accept: true, reason: reason('ours') }, now: noon },
  LapseOwnership: {
    actor: timer,
    says: { acceptBy: ownershipOffered.acceptBy },
    now: ownershipOffered.acceptBy,
  },
  FollowSurvivor: { actor: timer, says: { survivor: 'N0', to: units.V2, reason: reason('misrouted') }, now: noon },
  PassNeedOn: { actor: timer, says: { from: units.V1, reason: reason('unit-closing') }, now: noon },
}

type Past = ReadonlyArray<Typed>
/** By app, and without a proxy: then a question lapses (N7). */
const written = (past: Past): Past =>
  past.map((event) => (event.type === 'NeedSubmitted' ? { ...event, channel: 'app', proxy: null } : event))
const atCity = (past: Past): Past =>
  past.map((event) => (event.type === 'NeedSubmitted' ? { ...event, unitId: units.C } : event))
/** What else has happened before a command, where it is not of the state. */
const beforeCommand: { readonly [T in NeedCommand['type']]?: (past: Past, state: NeedState['type']) => Past } = {
  LapseInformation: written,
  ReleaseNeed: (past) => [...past, held],
  ReleaseDuplicate: (past) => [...past, duplicateNoted],
  // An order was noted, and is gone.
  CheckStanding: (past, state) => (state === 'Approved' ? [...past, orderNoted] : past),
  AnswerOwnership: (past) => [...atCity(past), ownershipOffered],
  LapseOwnership: (past) => [...atCity(past), ownershipOffered],
}

/** Each command as it would most likely be accepted in the state; N00 is an older need that asks for the same. */
export const needTrial: MakeTrial<NeedState['type'], NeedCommand> = (state, type) => {
  const { actor, says, now } = commands[type]
  const older = olderNeed.map((event) => ({ ...event, needId: 'N00', requester: 'r1' }))
  return {
    past: beforeCommand[type]?.(needPasts[state], state) ?? needPasts[state],
    knowing: { 'need-N00': older },
    command: { needId: 'N1', ...says, type } as Trial<NeedCommand>['command'],
    now,
    actor,
  }
}
