/** H5 over the registrations of one human (G2): each stream holds its own records, and each pair is held on the same side, whoever looks. */
import * as E from 'fp-ts/lib/Either.js'
import type { PersonId } from '@zhiyuan/kernel'
import { mostHolds, type RecheckOverlaps, type RecordEvent } from '../record.codec.ts'
import type { Count } from '../../../../vocabulary/words.ts'
import { counts } from '../record.state.ts'
import { holding } from './hold.ts'
import { humansAlone, onProcess, othersThen } from './on.ts'
import { findWeaker, heldForOverlap, listRecords, type Weaker } from './overlap.ts'

const holdWeaker = ({ record, stronger }: Weaker): ReadonlyArray<RecordEvent> =>
  heldForOverlap(record, stronger).flatMap((held) => holding(record, held))

/** Whose records have to give way, each once. */
const listVolunteers = (weaker: ReadonlyArray<Weaker>): ReadonlyArray<PersonId> =>
  [...new Set(weaker.map(({ record }) => record.volunteer))].sort()

/**
 * Holds what has to give way here, at most so many at once, and says whether to come again and who else has to look. It comes to rest: a
 * hold settles a pair and unsettles none, `more` follows only a full batch, and one that was told does not tell back.
 */
export const recheckOverlaps = onProcess<typeof RecheckOverlaps._A>()({
  reads: humansAlone,
  thenReads: othersThen,
  about: ({ volunteer, tell }, state, { others }) => {
    const own = listRecords(state)
    const theirs = [...others.values()].flatMap(listRecords)
    const weaker = findWeaker(own, [...own, ...theirs])
    const told = tell ? listVolunteers(findWeaker(theirs, own)) : []
    return weaker.length === 0 && told.length === 0 ? null : { volunteer, tell, weaker, told }
  },
  then: ({ volunteer, tell, weaker, told }) => {
    const now = weaker.slice(0, mostHolds)
    const suspended = now.filter(({ record }) => counts(record)).length as Count
    const more = weaker.length > mostHolds
    return E.right([
      ...now.flatMap(holdWeaker),
      { type: 'OverlapsRechecked', volunteer, suspended, more, tell, others: told },
    ])
  },
})
