import { closed, PersonId, type Instant } from '@zhiyuan/kernel'
import { TeamId } from '@zhiyuan/domain'
import {
  compareEntering,
  ownRecordKey,
  ownRecords,
  personLooksPrefix,
  placeLooksPrefix,
  secondLooks as view,
  teamLooksPrefix,
  type OwnRecordItem,
  type RecordRef,
  type SecondLookRow,
} from '@zhiyuan/domain/hours'
import { humansRead, listRegistrations } from '@zhiyuan/domain/people'
import { unwrap } from '@zhiyuan/runtime'
import { readOwnRecords } from './own-records.ts'
import { readQuestion } from './read-question.ts'
import { readRow, readRows, type Sources } from './sources.ts'

/** A record that waits for its second look, and whose it is. */
export interface SecondLook extends OwnRecordItem {
  readonly volunteer: PersonId
}
/** The list of a team, or of a person who was seated, recorded or served there. */
export type Looking = { readonly person: string } | { readonly team: string }

const listRecords = (rows: ReadonlyArray<SecondLookRow>): ReadonlyArray<RecordRef> =>
  rows.flatMap(({ record }) => record ?? [])

/** The records of the places where the human was, under any registration (G2). */
const findOfPerson = async (sources: Sources, person: PersonId): Promise<ReadonlyArray<RecordRef>> => {
  const humans = await unwrap(sources.readState(humansRead(sources.jurisdiction)))
  const registrations = listRegistrations(humans, person)
  const own = await Promise.all(registrations.map((one) => readRows(sources, view, personLooksPrefix(one))))
  const places = new Set(own.flat().flatMap(({ place }) => place ?? []))
  const found = await Promise.all([...places].map((place) => readRows(sources, view, placeLooksPrefix(place))))
  return listRecords(found.flat())
}

const PersonQuestion = closed({ person: PersonId })
const TeamQuestion = closed({ team: TeamId })

const findRefs = async (sources: Sources, asked: unknown): Promise<ReadonlyArray<RecordRef>> => {
  const isOfTeam = typeof asked === 'object' && asked !== null && 'team' in asked
  if (!isOfTeam) return findOfPerson(sources, (await readQuestion(PersonQuestion, asked)).person)
  const { team } = await readQuestion(TeamQuestion, asked)
  return listRecords(await readRows(sources, view, teamLooksPrefix(team)))
}

/** A record that waits, or time that a correction would add to one. */
const isLooked = ({ status, minutesAsked, lookUntil }: OwnRecordItem, now: Instant): boolean =>
  (status === 'submitted' || minutesAsked !== null) && lookUntil !== null && now < lookUntil

/** The records against which one may object now (H20), the longest waiting first. */
export const secondLooks =
  (sources: Sources) =>
  async (asked: Looking): Promise<ReadonlyArray<SecondLook>> => {
    const now = await unwrap(sources.runtime.now())
    const found = await Promise.all(
      (await findRefs(sources, asked)).map(async ({ volunteer, recordId }) => {
        const row = await readRow(sources, ownRecords, ownRecordKey(volunteer, recordId))
        const records = row === null ? [] : await readOwnRecords(sources)(volunteer, [row])
        return records.map((one) => ({ ...one, volunteer }))
      }),
    )
    return found
      .flat()
      .filter((one) => isLooked(one, now))
      .toSorted(compareEntering)
  }
