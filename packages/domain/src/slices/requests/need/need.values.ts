/** The values of a need. */
import type * as t from 'io-ts'
import { closed, Instant, nullable, oneOf } from '@zhiyuan/kernel'
import { NeedId, PersonId, UnitId } from '../../../vocabulary/ids.ts'
import { Code, Risks, TextRef } from '../../../vocabulary/values.ts'

/** How a need reached the unit: the plan's ways (C16), the station and the telephone. */
export const Channel = oneOf('Channel', [
  'grid-worker',
  'information-officer',
  'wechat-group',
  'qq-group',
  'official-account',
  'app',
  'website',
  'home-visit',
  'station',
  'telephone',
])
export type Channel = t.TypeOf<typeof Channel>

const proxyKinds = ['grid-worker', 'information-officer', 'station-clerk', 'volunteer-visitor', 'family'] as const
/** The kinds of proxy who submit for another person. */
export const ProxyKind = oneOf('ProxyKind', proxyKinds)
export type ProxyKind = t.TypeOf<typeof ProxyKind>
/** The person who submits for the requester, and the capacity (N4). */
export const Proxy = closed({ person: PersonId, kind: ProxyKind })
export interface Proxy extends t.TypeOf<typeof Proxy> {}

/** What a need says of itself. */
export const needFields = {
  needId: NeedId,
  /** The unit that owns the need and answers to the resident. */
  unitId: UnitId,
  requester: PersonId,
  proxy: nullable(Proxy),
  /** A person whom the recipient named: may follow, reschedule, cancel and review (N10). */
  contact: nullable(PersonId),
  channel: Channel,
  kind: Code,
  description: TextRef,
  /** Null until a person has looked for risks; needed for approval. */
  risks: nullable(Risks),
  /** When the resident voiced the need; the lag until it was recorded is shown (N2). */
  voicedAt: Instant,
  /** The date that a foreign source gives, kept as it is. */
  sourceDate: nullable(Instant),
}

/** The most orders that a withdrawal can name. */
export const mostOrdersNamed = 500
/** Why an order of a need is to be cancelled: the need was withdrawn or referred by then, or has more orders than a withdrawal can name. */
export const Unwanted = oneOf('Unwanted', ['need-withdrawn', 'need-referred', 'need-full'])
export type Unwanted = t.TypeOf<typeof Unwanted>

/** Who withdrew the need, always labelled (N10, N15). A clerk notes what a person said by telephone. */
export const WithdrawnBy = oneOf('WithdrawnBy', ['requester', 'contact', ...proxyKinds, 'clerk'])
export type WithdrawnBy = t.TypeOf<typeof WithdrawnBy>
/** Whose act it was: requester, contact and family are the requester's side; officers and proxies of the office are the office (N15). */
export const Side = oneOf('Side', ['requester', 'office'])
export type Side = t.TypeOf<typeof Side>

/** The code of a rejection as abuse, which is a class of its own beside I04 (N16). */
export const abuse = 'abuse' as Code

/** The standing of a need after its approval. It follows from its orders, and is noted when it changes (N12). */
export const Standing = oneOf('Standing', ['approved', 'in-service', 'unmet', 'met'])
export type Standing = t.TypeOf<typeof Standing>

/** What a need waits for at its owner, and until when: its clerk's answer, to be released first where it is held (N16), information, or an order. */
export const Pending = closed({
  waits: oneOf('PendingStep', ['answer', 'release', 'information', 'order']),
  dueAt: nullable(Instant),
})
export interface Pending extends t.TypeOf<typeof Pending> {}
