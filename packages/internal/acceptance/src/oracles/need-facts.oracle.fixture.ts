/** The dated facts of needs, as the oracle of needs is told them (N2, N5, N7, N9, N12, N15, N16, O19). */
export type Channel =
  | 'grid-worker'
  | 'information-officer'
  | 'wechat-group'
  | 'qq-group'
  | 'official-account'
  | 'app'
  | 'website'
  | 'home-visit'
  | 'station'
  | 'telephone'

export type OfficeProxy = 'grid-worker' | 'information-officer' | 'station-clerk' | 'volunteer-visitor'
export type Proxy = OfficeProxy | 'family'
export type Withdrawer = 'requester' | 'contact' | 'officer' | Proxy
export type Outcome = 'solved' | 'partly' | 'not-solved' | 'unreviewed' | 'not-asked'
export type OrderEnd =
  | { readonly type: 'closed'; readonly outcome: Outcome }
  | { readonly type: 'cancelled' | 'aborted' | 'unmet'; readonly byOffice?: boolean }

interface Told {
  readonly at: number
  readonly need: string
}

export interface Submitted extends Told {
  readonly type: 'submitted'
  readonly unit: string
  readonly voicedAt: number
  readonly channel: Channel
  readonly proxy: Proxy | null
  /** The human who submits: the proxy, or the one who asks. An officer who types for a caller is not it. */
  readonly submitter: string
}

export type NeedFact =
  | Submitted
  | (Told & { readonly type: 'asked' | 'supplied' | 'approved' | 'appealed' | 'referred' | 'unmerged' })
  | (Told & { readonly type: 'rejected'; readonly isAbuse: boolean })
  | (Told & {
      readonly type: 'merged'
      readonly into: string
      readonly isTwin: boolean
      readonly mayHandleBoth: boolean
    })
  | (Told & { readonly type: 'withdrawn'; readonly by: Withdrawer; readonly reason: string })
  | (Told & { readonly type: 'order-placed'; readonly order: string; readonly specialty: string })
  | (Told & { readonly type: 'order-ended'; readonly order: string; readonly end: OrderEnd })
  | (Told & { readonly type: 'order-reopened'; readonly order: string })
  | (Told & { readonly type: 'ruled-misrouted'; readonly owner: string })
  | { readonly type: 'unit-closed'; readonly at: number; readonly unit: string; readonly heir: string }

export interface NeedTerms {
  readonly answer: number
  readonly lapse: number
  readonly informationAsks: number
  /** Working days. */
  readonly orderDue: number
}

const hour = 3_600_000
export const defaultNeedTerms: NeedTerms = { answer: 24 * hour, lapse: 168 * hour, informationAsks: 2, orderDue: 3 }

/** Requester, contact and family are the requester's side; an officer and the proxies of the office are the office's (N15). */
export const findSide = (by: Withdrawer): 'requester' | 'office' =>
  by === 'requester' || by === 'contact' || by === 'family' ? 'requester' : 'office'
