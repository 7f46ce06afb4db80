import { closed, PersonId } from '@zhiyuan/kernel'
import { compareEntering, ownRecords as view, ownRecordsPrefix, type OwnRecordItem } from '@zhiyuan/domain/hours'
import { humansRead, listRegistrations } from '@zhiyuan/domain/people'
import { unwrap } from '@zhiyuan/runtime'
import { readOwnRecords } from './own-records.ts'
import { readQuestion } from './read-question.ts'
import { readRows, type Sources } from './sources.ts'

const Question = closed({ volunteer: PersonId })

/** The records of the human under all registrations (G2), each with its state, marks, holds, reason and who has to act (H22). */
export const records =
  (sources: Sources) =>
  async (volunteer: string): Promise<ReadonlyArray<OwnRecordItem>> => {
    const of = await readQuestion(Question, { volunteer })
    const humans = await unwrap(sources.readState(humansRead(sources.jurisdiction)))
    const registrations = listRegistrations(humans, of.volunteer)
    const read = readOwnRecords(sources)
    const found = await Promise.all(
      registrations.map(async (person) => read(person, await readRows(sources, view, ownRecordsPrefix(person)))),
    )
    return found.flat().toSorted(compareEntering)
  }
