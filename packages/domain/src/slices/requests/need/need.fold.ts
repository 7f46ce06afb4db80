import type { Fold, Instant } from '@zhiyuan/kernel'
import type { NeedEvent, NeedSubmitted } from './need.codec.ts'
import {
  evolveOwner,
  evolveStanding,
  isOfOwner,
  isOfStanding,
  readOrderDue,
  type Owners,
  type Standings,
} from './need.served.fold.ts'
import type { ExistingNeed, NeedFacts, NeedState } from './need.state.ts'

const beginNeed = (event: NeedSubmitted): NeedState => {
  const { type: _type, ...submitted } = event
  return {
    type: 'Submitted',
    submitted,
    owner: event.unitId,
    risks: event.risks,
    questions: [],
    answers: [],
    answerDueAt: event.answerDueAt,
    overdueNoted: false,
    stoppedAt: null,
    answered: false,
    asItStands: false,
    hold: 'none',
    twins: [],
    duplicates: [],
    orders: [],
    urges: [],
    offered: null,
    passedOn: [],
    listedAt: null,
  }
}

/** The common facts alone, without what only one state knows. */
const copyFacts = (state: ExistingNeed): NeedFacts => ({
  submitted: state.submitted,
  owner: state.owner,
  risks: state.risks,
  questions: state.questions,
  answers: state.answers,
  answerDueAt: state.answerDueAt,
  overdueNoted: state.overdueNoted,
  stoppedAt: state.stoppedAt,
  answered: state.answered,
  asItStands: state.asItStands,
  hold: state.hold,
  twins: state.twins,
  duplicates: state.duplicates,
  orders: state.orders,
  urges: state.urges,
  offered: state.offered,
  passedOn: state.passedOn,
  listedAt: state.listedAt,
})

/** The need is its clerk's again, with a new answer clock or what was left of the old one (N2). One that had ended stays noted. */
const submitAgain = (state: ExistingNeed, answerDueAt: Instant): NeedState => ({
  ...copyFacts(state),
  type: 'Submitted',
  answerDueAt,
  overdueNoted: state.overdueNoted && answerDueAt === state.answerDueAt,
})

/** A clerk who asks about a held need, or merges it, has looked at it (N16). */
const noteLook = ({ hold }: ExistingNeed): NeedFacts['hold'] => (hold === 'held' ? 'released' : hold)

type Others = Exclude<NeedEvent, { readonly type: 'NeedSubmitted' | Standings | Owners }>

const evolveVetting = (state: ExistingNeed, event: Others): NeedState => {
  const facts = { ...copyFacts(state), answered: true }
  switch (event.type) {
    case 'NeedHeld':
      return { ...state, hold: 'held' }
    case 'NeedReleased':
      return { ...state, hold: 'released' }
    case 'InformationRequested': {
      const { lapsesAt, question, by: askedBy, stoppedAt } = event
      return {
        ...facts,
        type: 'InfoRequested',
        hold: noteLook(state),
        lapsesAt,
        askedBy,
        stoppedAt,
        questions: [...state.questions, question],
      }
    }
    case 'InformationSupplied':
      return submitAgain({ ...state, answers: [...state.answers, event.answer] }, event.answerDueAt)
    case 'InformationLapsed':
      return { ...facts, type: 'Lapsed' }
    case 'InformationMissing':
      return submitAgain({ ...state, asItStands: true }, event.answerDueAt)
    case 'AnswerOverdue':
      return { ...state, overdueNoted: true }
    case 'NeedApproved': {
      const { serviceClass, risks, approvedAt } = event
      const orderDue = readOrderDue(event, approvedAt)
      const due = { orderDue, lastOrderDue: orderDue }
      return { ...facts, ...due, type: 'Approved', serviceClass, risks, approvedAt, standing: 'approved' }
    }
    case 'NeedRejected':
      return { ...facts, type: 'Rejected', reason: event.reason }
    case 'NeedReferred':
      return { ...facts, type: 'Referred', to: { receiver: event.receiver, reason: event.reason } }
    case 'NeedMerged':
      return { ...facts, type: 'Merged', hold: noteLook(state), into: event.into, stoppedAt: event.stoppedAt }
    case 'DuplicateNoted': {
      const { duplicate, requester, contact, proxy } = event
      return { ...state, duplicates: [...state.duplicates, { duplicate, requester, contact, proxy }] }
    }
    case 'DuplicateReleased':
      return { ...state, duplicates: state.duplicates.filter(({ duplicate }) => duplicate !== event.duplicate) }
    case 'NeedUnmerged':
    case 'MergedNeedReturned':
      return submitAgain(state, event.answerDueAt)
    case 'TwinsProposed':
      return { ...state, twins: [...state.twins, ...event.twins] }
    case 'NeedWithdrawn':
      return { ...facts, answered: state.answered, type: 'Withdrawn', by: event.by, side: event.side }
    case 'NeedUrged':
      return { ...state, urges: [...state.urges, { by: event.by, urgedAt: event.urgedAt }] }
  }
}

const evolve = (state: NeedState, event: NeedEvent): NeedState => {
  if (event.type === 'NeedSubmitted') return beginNeed(event)
  if (state.type === 'None') return state
  if (isOfStanding(event)) return evolveStanding(state, event)
  return isOfOwner(event) ? evolveOwner(state, event) : evolveVetting(state, event)
}

export const needFold: Fold<NeedState, NeedEvent> = { initial: { type: 'None' }, evolve }
