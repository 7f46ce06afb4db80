/** Who waits for an answer about a team (G9). */
import { describe, expect, it } from 'vitest'
import { project, type Envelope } from '@zhiyuan/kernel'
import type { LedgerEvent } from '../../ledger.ts'
import { openItems, type PlacedRow } from './query.ts'
import { toDo } from './project.ts'
import type { ToDoRow } from './row.ts'

const V1 = '131081104201'
const ofTeam = { teamId: 'B1', unitId: V1 }
const asks = (person: string) => ({ type: 'JoiningAsked', ...ofTeam, person, askedAt: '2020-04-20T02:00:00.000Z' })
const joins = (person: string) => ({ type: 'MemberJoined', ...ofTeam, person, by: 'b', joinedAt: asks('a').askedAt })
const refused = (person: string) => ({
  type: 'JoiningRefused',
  ...ofTeam,
  person,
  reason: { code: 'full', text: null },
})
const proposed = { type: 'LeaderProposed', ...ofTeam, leader: 'a', by: 'b', proposedAt: asks('a').askedAt }

const listItems = (...events: ReadonlyArray<object>) => {
  const rows = new Map<string, ToDoRow>()
  const fold = project(toDo)
  events.forEach((data, index) => {
    const header = { id: `e${index}`, recordedAt: '2020-04-20T02:00:00.000Z', occurredAt: '2020-04-20T02:00:00.000Z' }
    fold(rows, { ...header, type: (data as LedgerEvent).type, data } as unknown as Envelope<LedgerEvent>)
  })
  const placed = [...rows.values()].map((row): PlacedRow => ({ place: V1 as PlacedRow['place'], row }))
  return openItems(placed).map(({ subject, waits }) => ({ ...subject, waits }))
}

describe('the to-do list of a team’s unit', () => {
  it('G9: shows who asked to join, each until the answer', () => {
    const waiting = { type: 'joining', teamId: 'B1', waits: 'joining' }
    expect(listItems(asks('a'), asks('e'))).toEqual([
      { ...waiting, person: 'a' },
      { ...waiting, person: 'e' },
    ])
    expect(listItems(asks('a'), asks('e'), joins('a'))).toEqual([{ ...waiting, person: 'e' }])
    expect(listItems(asks('a'), refused('a'))).toEqual([])
    expect(listItems(joins('a'))).toEqual([])
  })
  it('G9: shows that a person was asked to lead, until the yes or no', () => {
    expect(listItems(proposed)).toEqual([{ type: 'lead', teamId: 'B1', waits: 'lead' }])
    const changed = { type: 'LeaderChanged', ...ofTeam, leader: 'a', changedAt: asks('a').askedAt }
    expect(listItems(proposed, changed)).toEqual([])
    expect(listItems(proposed, { type: 'LeaderDeclined', ...ofTeam, leader: 'a' })).toEqual([])
  })
})
