/**
 * Which registrations are one human, as far as appointments ask (G7). People stands above organisation, so that the facts are read here by
 * their names; `humans` in people has the whole of it, and a test holds the two together.
 */
import { streamRead, type Fold, type Moment, type PersonId, type StreamRead } from '@zhiyuan/kernel'
import type { InOwnFavour } from '../../vocabulary/rejections.ts'
import { actingPerson } from './authority.ts'

type Group = ReadonlyArray<PersonId>
type Fact =
  | { readonly type: 'RegistrationsMerged'; readonly joining: Group; readonly there: Group }
  | { readonly type: 'RegistrationsSplit'; readonly leaving: Group; readonly staying: Group }

/** The merges and splits, the last one first: to add one copies nothing. */
export interface Registrations {
  readonly last: Fact
  readonly before: Registrations | null
}

const isFact = (event: { readonly type: string }): event is Fact =>
  event.type === 'RegistrationsMerged' || event.type === 'RegistrationsSplit'

const registrationsFold: Fold<Registrations | null, { readonly type: string }> = {
  initial: null,
  evolve: (before, event) => (isFact(event) ? { last: event, before } : before),
}
export const registrationsRead = ({ jurisdiction }: Moment): StreamRead<Registrations | null> =>
  streamRead(`humans-${jurisdiction}`, registrationsFold)

const listFacts = (registrations: Registrations | null): ReadonlyArray<Fact> => {
  const facts: Fact[] = []
  for (let one = registrations; one !== null; one = one.before) facts.push(one.last)
  return facts.reverse()
}

const joinFact = (human: ReadonlySet<PersonId>, person: PersonId, fact: Fact): ReadonlySet<PersonId> => {
  if (fact.type === 'RegistrationsMerged') {
    const both = [...fact.joining, ...fact.there]
    return both.some((one) => human.has(one)) ? new Set([...human, ...both]) : human
  }
  const { leaving, staying } = fact
  const group = [leaving, staying].find((some) => some.includes(person))
  return group === undefined ? human : new Set(group)
}

/** Whether two registrations are one human. */
export const isOneHuman = (registrations: Registrations | null, one: PersonId, other: PersonId): boolean =>
  one === other ||
  listFacts(registrations)
    .reduce((human, fact) => joinFact(human, one, fact), new Set([one]) as ReadonlySet<PersonId>)
    .has(other)

/** G7: null where another human appoints the person. */
export const refuseAppointed = (
  registrations: Registrations | null,
  moment: Moment,
  appointed: PersonId,
): InOwnFavour | null => {
  const person = actingPerson(moment)
  return person !== null && isOneHuman(registrations, appointed, person)
    ? { type: 'InOwnFavour', person, as: 'appointed' }
    : null
}
