/** What others may read of which registrations are one human: the one answer for all contexts (G2). */
import { streamRead, type Jurisdiction, type PersonId, type StreamName, type StreamRead } from '@zhiyuan/kernel'
import type { MergedInto } from '../../../vocabulary/rejections.ts'
import { findSurvivor, humansFold, listRegistrations, type Humans } from './humans.state.ts'

export { findSurvivor, humansFold, listRegistrations, mergeKey, splitKey, type Humans } from './humans.state.ts'

export const humansStream = (jurisdiction: Jurisdiction): StreamName => `humans-${jurisdiction}`
export const humansRead = (jurisdiction: Jurisdiction): StreamRead<Humans> =>
  streamRead(humansStream(jurisdiction), humansFold)

/** Whether two registrations are of one human. */
export const isSameHuman = (humans: Humans, one: PersonId, other: PersonId): boolean =>
  findSurvivor(humans, one) === findSurvivor(humans, other)

/** Whether the registration was merged into another. */
export const isMerged = (humans: Humans, person: PersonId): boolean => findSurvivor(humans, person) !== person

/** G2: new facts are said of the survivor's registration. */
export const refuseMerged = (humans: Humans, person: PersonId): MergedInto | null => {
  const survivor = findSurvivor(humans, person)
  return survivor === person ? null : { type: 'MergedInto', survivor }
}

/** The other registrations of a person's human. */
export const listOthers = (humans: Humans, person: PersonId): ReadonlyArray<PersonId> =>
  listRegistrations(humans, person).filter((one) => one !== person)
