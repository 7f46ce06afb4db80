/** In which capacity people act for the resident (N4, N5, N10, N15). */
import type { PersonId } from '@zhiyuan/kernel'
import { isSameHuman, type Humans } from '../../people/humans/humans.read.ts'
import type { Proxy, ProxyKind, Side, WithdrawnBy } from './need.codec.ts'
import type { NeedFacts, NeedState } from './need.state.ts'

interface People {
  readonly requester: PersonId
  readonly contact: PersonId | null
  readonly proxy: Proxy | null
}

/**
 * In which capacity a person acts for the resident, under any registration: as requester, as the contact she named, or as the proxy who
 * submitted (N4, N10, G2). A proxy of the office stays one where it names itself as the contact (N15).
 */
export const findCapacity = (
  { requester, contact, proxy }: People,
  person: PersonId | null,
  humans: Humans,
): 'requester' | 'contact' | ProxyKind | null => {
  const isThem = (one: PersonId | null): boolean => one !== null && person !== null && isSameHuman(humans, one, person)
  if (isThem(requester)) return 'requester'
  const byProxy = proxy !== null && isThem(proxy.person) ? proxy.kind : null
  // N15: an office that names itself as the contact stays the office.
  if (byProxy !== null && byProxy !== 'family') return byProxy
  return isThem(contact) ? 'contact' : byProxy
}

/** The need merged into this one for which a person speaks, if there is one: each reviews and reopens for the own part (N5). */
export const findMergedPart = ({ duplicates }: NeedFacts, person: PersonId, humans: Humans) => {
  for (const one of duplicates) {
    const capacity = findCapacity(one, person, humans)
    if (capacity !== null) return { duplicate: one.duplicate, capacity }
  }
  return null
}

/** N15: an officer, and a proxy whose post or errand it is to submit needs, count as the office; family is the requester's side. */
export const judgeSide = (by: WithdrawnBy): Side =>
  by === 'requester' || by === 'contact' || by === 'family' ? 'requester' : 'office'

/** G7: a proxy who is family acts for the own household. One whose post it is to submit needs typed it for a caller. */
export const findPrivateProxy = (need: NeedState): PersonId | null => {
  const proxy = need.type === 'None' ? null : need.submitted.proxy
  return proxy?.kind === 'family' ? proxy.person : null
}
