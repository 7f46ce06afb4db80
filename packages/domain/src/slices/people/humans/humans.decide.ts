import * as E from 'fp-ts/lib/Either.js'
import { defineHandler, type Decider } from '@zhiyuan/kernel'
import { refuseAuthority } from '../../organisation/authority.ts'
import { unitsRead } from '../../organisation/units/units.read.ts'
import { roles } from '../../../vocabulary/values.ts'
import { volunteerRead } from '../volunteer/volunteer.read.ts'
import { mostRegistrations, type HumansCommand, type HumansEvent, type MergeRegistrations } from './humans.codec.ts'
import { findSurvivor, humansFold, humansStream, isMerged, listRegistrations, type Humans } from './humans.read.ts'
import type { HumansRejection } from './humans.rejection.ts'

/** G2: by the administrator of the whole. The event names both groups, so that a process can recheck the smaller one. */
const mergeRegistrations = defineHandler<Humans, HumansEvent, HumansRejection>()<MergeRegistrations>()({
  reads: ({ person, survivor }, _humans, { jurisdiction }) => ({
    tree: unitsRead(jurisdiction),
    joiner: volunteerRead(person),
    other: volunteerRead(survivor),
  }),
  decide:
    ({ type, person, survivor }, { tree, joiner, other }, { actor }) =>
    (humans): E.Either<HumansRejection, ReadonlyArray<HumansEvent>> => {
      if (survivor === person || other.type === 'None' || isMerged(humans, survivor))
        return E.left({ type: 'SurvivorUnfit', survivor })
      if (findSurvivor(humans, person) === survivor) return E.right([])
      if (joiner.type === 'None') return E.left({ type: 'NotAVolunteer', person })
      if (tree.root === null) return E.left({ type: 'NotAuthorised', command: type })
      const refusal = refuseAuthority(tree, actor, { command: type, unit: tree.root, roles: [roles.administrator] })
      if (refusal !== null) return E.left(refusal)
      const joining = listRegistrations(humans, person)
      const there = listRegistrations(humans, survivor)
      return joining.length + there.length > mostRegistrations
        ? E.left({ type: 'TooManyRegistrations', most: mostRegistrations })
        : E.right([{ type: 'RegistrationsMerged', person, survivor, joining, there }])
    },
})

export const humansDecider: Decider<HumansCommand, Humans, HumansEvent, HumansRejection> = {
  stream: (_command, jurisdiction) => humansStream(jurisdiction),
  fold: humansFold,
  handlers: { MergeRegistrations: mergeRegistrations },
}
