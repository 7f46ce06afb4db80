import type { PersonId } from '@zhiyuan/kernel'
import type { Cases } from '../cases.ts'
import { caseHere, endWaiting, startWaiting } from './cases.ts'
import { authorityPlace, type ToDoRow } from './row.ts'

interface Merge {
  readonly person: PersonId
  readonly survivor: PersonId
}
const merge = caseHere(({ person, survivor }: Merge) => ({
  place: authorityPlace,
  subject: { type: 'merge', person, survivor },
}))
const split = caseHere(({ person }: { readonly person: PersonId }) => ({
  place: authorityPlace,
  subject: { type: 'split', person },
}))

/** Items at the top: what one person has proposed about registrations, and another decides (G2). */
export const registrations: Cases<ToDoRow> = {
  MergeProposed: merge(() => startWaiting('second-person')),
  RegistrationsMerged: merge(endWaiting),
  SplitProposed: split(() => startWaiting('second-person')),
  RegistrationsSplit: split(endWaiting),
}
