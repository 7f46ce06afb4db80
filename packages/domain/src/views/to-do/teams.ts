import type { PersonId, UnitId } from '@zhiyuan/kernel'
import type { TeamId } from '../../vocabulary/ids.ts'
import type { Cases } from '../cases.ts'
import { caseHere, endWaiting, startWaiting } from './cases.ts'
import type { ToDoRow } from './row.ts'

interface OfTeam {
  readonly teamId: TeamId
  readonly unitId: UnitId
}
const joining = caseHere(({ teamId, unitId, person }: OfTeam & { readonly person: PersonId }) => ({
  place: unitId,
  subject: { type: 'joining', teamId, person },
}))
const lead = caseHere(({ teamId, unitId }: OfTeam) => ({ place: unitId, subject: { type: 'lead', teamId } }))

/** Items at the unit of a team: who asks to join waits for its leader, and the team for the person proposed to lead it (G9). */
export const teams: Cases<ToDoRow> = {
  JoiningAsked: joining(() => startWaiting('joining')),
  MemberJoined: joining(endWaiting),
  JoiningRefused: joining(endWaiting),
  LeaderProposed: lead(() => startWaiting('lead')),
  LeaderDeclined: lead(endWaiting),
  LeaderChanged: lead(endWaiting),
}
