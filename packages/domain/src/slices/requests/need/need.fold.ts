import type { Fold, Instant } from '@zhiyuan/kernel'
import type { NeedEvent, NeedSubmitted, OrderAwaited } from './need.codec.ts'
import type { ApprovedNeed, ExistingNeed, NeedFacts, NeedState } from './need.state.ts'

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

/** The need is its clerk's again, with a new answer clock (N2). */
const submitAgain = (state: ExistingNeed, answerDueAt: Instant): NeedState => ({
  ...copyFacts(state),
  type: 'Submitted',
  answerDueAt,
  overdueNoted: false,
})

const readOrderDue = (
  { orderDueAt, assumed, policyVersion }: Pick<OrderAwaited, 'orderDueAt' | 'assumed' | 'policyVersion'>,
  from: Instant,
): ApprovedNeed['orderDue'] => (orderDueAt === null ? null : { from, dueAt: orderDueAt, assumed, policyVersion })

type Standings = 'NeedOrderNoted' | 'OrderAwaited' | 'OrderOverdue' | 'StandingNoted' | 'NeedUnlisted'
const isOfStanding = (event: NeedEvent): event is Extract<NeedEvent, { readonly type: Standings }> =>
  ['NeedOrderNoted', 'OrderAwaited', 'OrderOverdue', 'StandingNoted', 'NeedUnlisted'].includes(event.type)

const evolveStanding = (state: ExistingNeed, event: Extract<NeedEvent, { readonly type: Standings }>): ExistingNeed => {
  switch (event.type) {
    case 'NeedOrderNoted': {
      const noted = { ...state, orders: [...state.orders, event.orderId] }
      return noted.type === 'Approved' && event.unwanted === null
        ? { ...noted, standing: 'in-service', orderDue: null }
        : noted
    }
    case 'OrderAwaited':
      return state.type === 'Approved'
        ? { ...state, standing: 'approved', orderDue: readOrderDue(event, event.awaitedFrom) }
        : state
    case 'OrderOverdue':
      return { ...state, listedAt: event.listedAt }
    case 'StandingNoted':
      return state.type === 'Approved'
        ? { ...state, standing: event.standing, orderDue: null, listedAt: event.listedAt ?? state.listedAt }
        : state
    case 'NeedUnlisted':
      return { ...state, listedAt: null }
  }
}

type Owners = 'NeedMisrouted' | 'OwnershipOffered' | 'OwnershipAccepted' | 'OwnershipRefused' | 'NeedPassedOn'
const isOfOwner = (event: NeedEvent): event is Extract<NeedEvent, { readonly type: Owners }> =>
  ['NeedMisrouted', 'OwnershipOffered', 'OwnershipAccepted', 'OwnershipRefused', 'NeedPassedOn'].includes(event.type)

const evolveOwner = (state: ExistingNeed, event: Extract<NeedEvent, { readonly type: Owners }>): ExistingNeed => {
  switch (event.type) {
    case 'NeedMisrouted':
      return { ...state, owner: event.to, offered: null }
    case 'OwnershipOffered': {
      const { to, reason, offeredFrom: from, acceptBy: dueAt, assumed, policyVersion } = event
      return { ...state, offered: { to, reason, term: { from, dueAt, assumed, policyVersion } } }
    }
    case 'OwnershipAccepted':
    case 'OwnershipRefused':
      return { ...state, offered: null }
    case 'NeedPassedOn':
      return { ...state, owner: event.to, passedOn: [...state.passedOn, event.from] }
  }
}

type Others = Exclude<NeedEvent, { readonly type: 'NeedSubmitted' | Standings | Owners }>

const evolveVetting = (state: ExistingNeed, event: Others): NeedState => {
  const facts = { ...copyFacts(state), answered: true }
  switch (event.type) {
    case 'NeedHeld':
      return { ...state, hold: 'held' }
    case 'NeedReleased':
      return { ...state, hold: 'released' }
    case 'InformationRequested': {
      const { lapsesAt, question } = event
      // A clerk who asks has looked at the need.
      const hold = state.hold === 'held' ? 'released' : state.hold
      return { ...facts, type: 'InfoRequested', hold, lapsesAt, questions: [...state.questions, question] }
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
      return { ...facts, type: 'Approved', serviceClass, risks, approvedAt, standing: 'approved', orderDue }
    }
    case 'NeedRejected':
      return { ...facts, type: 'Rejected', reason: event.reason }
    case 'NeedReferred':
      return { ...facts, type: 'Referred', to: { receiver: event.receiver, reason: event.reason } }
    case 'NeedMerged':
      return { ...facts, type: 'Merged', into: event.into }
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
