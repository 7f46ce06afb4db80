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
export const approved = {
  type: 'NeedApproved',
  ...answer,
  serviceClass: 'special-group',
  risks: asked.risks,
  risksStated: false,
  approvedAt: '2020-04-20T02:00:00.000Z',
}
const rejected = { type: 'NeedRejected', ...answer, reason: reason('unlawful') }
const referred = { type: 'NeedReferred', ...answer, receiver: '12345', reason: reason('municipal') }
const merged = { type: 'NeedMerged', ...answer, into: 'N0', requester: 'r1' }
export const orderNoted = { type: 'NeedOrderNoted', ...opened, orderId: 'O1', unwanted: null }
export const withdrawn = {
  type: 'NeedWithdrawn',
  ...needKeys,
  by: 'requester',
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
const { r1, h1, clerkV1 } = people

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
  NoteDuplicate: { actor: timer, says: { duplicate: 'N2', requester: 'r2' }, now: noon },
  NoteNeedOrder: { actor: timer, says: { orderId: 'O1' }, now: noon },
  WithdrawNeed: { actor: r1, says: {}, now: noon },
}

/** Each command as it would most likely be accepted in the state; N00 is an older need that asks for the same. */
export const needTrial: MakeTrial<NeedState['type'], NeedCommand> = (state, type) => {
  const { actor, says, now } = commands[type]
  const older = olderNeed.map((event) => ({ ...event, needId: 'N00' }))
  return {
    past: needPasts[state],
    knowing: { 'need-N00': older },
    command: { needId: 'N1', ...says, type } as Trial<NeedCommand>['command'],
    now,
    actor,
  }
}
