import type { PersonId } from '@zhiyuan/kernel'
import { isSameHuman, type Humans } from '../../../people/humans/humans.read.ts'
import type { RecordRejection } from '../record.rejection.ts'

/** H7: the person who answers for a record by hand is not the one whom it credits, under any registration. */
export const refuseResponsible = (
  humans: Humans,
  { volunteer, responsible }: { readonly volunteer: PersonId; readonly responsible: PersonId },
): RecordRejection | null =>
  isSameHuman(humans, volunteer, responsible) ? { type: 'ResponsibleIsVolunteer', person: responsible } : null
