/** Age bands: declared at registration, and made older only by what proves it (A6). */
import * as E from 'fp-ts/lib/Either.js'
import { sameContent } from '@zhiyuan/kernel'
import { refuseMerged } from '../../humans/humans.read.ts'
import { refuseByRow } from '../../own-favour.ts'
import type { AgeBand } from '../volunteer.codec.ts'
import { type DeclareAgeBand } from '../volunteer.codec.ts'
import type { TextRef } from '../../../../vocabulary/values.ts'
import type { VolunteerRejection } from '../volunteer.rejection.ts'
import { volunteerRoles } from '../volunteer.roles.ts'
import { authorised, humanReads, isOneself, lastHome, oneself, type Decision } from './shared.ts'

const order: ReadonlyArray<AgeBand> = ['under-14', '14-to-17', 'adult']
const isOlder = (one: AgeBand, other: AgeBand): boolean => order.indexOf(one) > order.indexOf(other)

/** Who declares, and the date of birth that an officer gave before. */
interface Ground {
  readonly byOneself: boolean
  readonly known: TextRef | null
}

/**
 * What the source needs: a document is seen by an officer, and a date of birth lies in the vault. An officer gives the date first: one that
 * the person put there is the own word.
 */
const isGrounded = ({ source, bornOn }: DeclareAgeBand, { byOneself, known }: Ground): boolean => {
  switch (source) {
    case 'own-word':
      return byOneself && bornOn === null
    case 'officer':
    case 'document':
      return !byOneself && bornOn === null
    case 'birth-date':
      return bornOn !== null && (!byOneself || sameContent(bornOn, known))
  }
}

const proofs: ReadonlySet<string> = new Set(['document', 'birth-date'])

const refuseBand = (command: DeclareAgeBand, from: AgeBand, ground: Ground): VolunteerRejection | null => {
  const { ageBand: to, source } = command
  if (!isGrounded(command, ground)) return { type: 'AgeNotProven', from, to }
  return isOlder(to, from) && !proofs.has(source) ? { type: 'AgeNotProven', from, to } : null
}

export const declareAgeBand = authorised<DeclareAgeBand>()({
  states: ['Registered'],
  done: ({ ageBand, source }, state) => state.ageBand === ageBand && state.ageSource === source,
  roles: volunteerRoles.DeclareAgeBand.roles,
  unit: lastHome,
  also: oneself,
  reads: humanReads,
  decide:
    (command, { humans }, moment) =>
    ({ ageBand: from, bornOn: known }): Decision => {
      const { person, ageBand, source, bornOn } = command
      const byOneself = isOneself({ command, moment })
      const { actor } = moment
      const own = byOneself
        ? null
        : refuseByRow(volunteerRoles.DeclareAgeBand, { humans, actor }, { volunteer: [person] })
      const refusal = own ?? refuseMerged(humans, person) ?? refuseBand(command, from, { byOneself, known })
      return refusal === null
        ? E.right([{ type: 'AgeBandDeclared', person, ageBand, source, bornOn }])
        : E.left(refusal)
    },
})
