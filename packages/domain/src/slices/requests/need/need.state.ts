import type { Fold, Instant } from '@zhiyuan/kernel'
import type { NeedId, OrderId } from '../../../vocabulary/ids.ts'
import type { Reason, Risks, ServiceClass, TextRef } from '../../../vocabulary/values.ts'
import type { NeedEvent, NeedMerged, NeedReferred, NeedSubmitted, WithdrawnBy } from './need.codec.ts'

export type Submission = Omit<NeedSubmitted, 'type'>

/** Facts of a need in every state. */
export interface NeedFacts {
  readonly submitted: Submission
  readonly risks: Risks | null
  /** The questions and answers so far, so that a repeat is recognised. */
  readonly questions: ReadonlyArray<TextRef>
  readonly answers: ReadonlyArray<TextRef>
  readonly overdueNoted: boolean
  readonly duplicates: ReadonlyArray<NeedId>
  readonly orders: ReadonlyArray<OrderId>
}

export interface ApprovedNeed extends NeedFacts {
  readonly type: 'Approved'
  readonly serviceClass: ServiceClass
  readonly risks: Risks
  readonly approvedAt: Instant
}

export type NeedState =
  | { readonly type: 'None' }
  | (NeedFacts & { readonly type: 'Submitted' })
  | (NeedFacts & { readonly type: 'InfoRequested'; readonly lapsesAt: Instant })
  | (NeedFacts & { readonly type: 'Lapsed' })
  | (NeedFacts & { readonly type: 'Rejected'; readonly reason: Reason })
  | (NeedFacts & { readonly type: 'Referred'; readonly to: Pick<NeedReferred, 'receiver' | 'reason'> })
  | (NeedFacts & { readonly type: 'Merged'; readonly into: NeedMerged['into'] })
  | ApprovedNeed
  | (NeedFacts & { readonly type: 'Withdrawn'; readonly by: WithdrawnBy })

const beginNeed = (event: NeedSubmitted): NeedState => {
  const { type: _type, ...submitted } = event
  const facts = { questions: [], answers: [], overdueNoted: false, duplicates: [], orders: [] }
  return { type: 'Submitted', submitted, risks: event.risks, ...facts }
}

const evolve = (state: NeedState, event: NeedEvent): NeedState => {
  if (event.type === 'NeedSubmitted') return beginNeed(event)
  if (state.type === 'None') return state
  const { submitted, risks, questions, answers, overdueNoted, duplicates, orders } = state
  const facts = { submitted, risks, questions, answers, overdueNoted, duplicates, orders }
  switch (event.type) {
    case 'InformationRequested':
      return { ...facts, type: 'InfoRequested', lapsesAt: event.lapsesAt, questions: [...questions, event.question] }
    case 'InformationSupplied':
      return { ...facts, type: 'Submitted', answers: [...answers, event.answer] }
    case 'InformationLapsed':
      return { ...facts, type: 'Lapsed' }
    case 'AnswerOverdue':
      return { ...state, overdueNoted: true }
    case 'NeedApproved':
      return {
        ...facts,
        type: 'Approved',
        serviceClass: event.serviceClass,
        risks: event.risks,
        approvedAt: event.approvedAt,
      }
    case 'NeedRejected':
      return { ...facts, type: 'Rejected', reason: event.reason }
    case 'NeedReferred':
      return { ...facts, type: 'Referred', to: { receiver: event.receiver, reason: event.reason } }
    case 'NeedMerged':
      return { ...facts, type: 'Merged', into: event.into }
    case 'DuplicateNoted':
      return { ...state, duplicates: [...duplicates, event.duplicate] }
    case 'NeedOrderNoted':
      return { ...state, orders: [...orders, event.orderId] }
    case 'NeedWithdrawn':
      return { ...facts, type: 'Withdrawn', by: event.by }
  }
}

export const needFold: Fold<NeedState, NeedEvent> = { initial: { type: 'None' }, evolve }
