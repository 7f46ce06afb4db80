/** How the clocks of a service, and the marks of orders that are alike, change the state of an order. */
import type { Changes } from './order.facts.ts'
import type { Existing, Extension } from './order.state.ts'

const noteAnswer = (state: Existing, answer: Pick<Extension, 'answer' | 'grantedBy'>): Existing => ({
  ...state,
  extension: state.extension === null ? null : { ...state.extension, ...answer },
})

/** The clocks of the service: a time set later, the day that is due, supervision. */
export const timing: Changes<
  | 'ServiceTimeSet'
  | 'ServiceTimeAgreed'
  | 'ExtensionAsked'
  | 'ExtensionGranted'
  | 'ExtensionRefused'
  | 'ReviewAsked'
  | 'SupervisionBegan'
  | 'SupervisionEnded'
> = {
  ServiceTimeSet: (state, { planned, day }) => ({ ...state, planned, day: day ?? state.day }),
  ServiceTimeAgreed: (state, { day }) => ({
    ...state,
    day,
    extension: state.extension?.answer === 'granted' ? { ...state.extension, outdated: true } : state.extension,
  }),
  ExtensionAsked: (state, { by, from, to, asker, askedAt, answerBy, assumed, policyVersion }) => ({
    ...state,
    extension: {
      by,
      from,
      to,
      asker,
      answer: 'open',
      grantedBy: null,
      outdated: false,
      term: { from: askedAt, dueAt: answerBy, assumed, policyVersion },
    },
  }),
  ExtensionGranted: (state, { by }) => noteAnswer(state, { answer: 'granted', grantedBy: by }),
  ExtensionRefused: (state) => noteAnswer(state, { answer: 'refused', grantedBy: null }),
  // The report beside it changes the state.
  ReviewAsked: (state) => state,
  SupervisionBegan: (state, { supervisor }) => ({ ...state, supervisor }),
  SupervisionEnded: (state) => ({ ...state, supervisor: null }),
}

export const pairing: Changes<'TwinsNoted' | 'TwinMeant'> = {
  TwinsNoted: (state, { twins, owner }) => ({ ...state, twins, twinsAt: twins.length === 0 ? null : owner }),
  TwinMeant: (state) => ({ ...state, meantBeside: [...new Set([...state.meantBeside, ...state.twins])] }),
}
