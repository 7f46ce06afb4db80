/** What two at the top were to rule leaves the list when its case ends otherwise (G8). */
import { describe, expect, it } from 'vitest'
import { project, type Envelope } from '@zhiyuan/kernel'
import type { LedgerEvent } from '../../ledger.ts'
import { nameRuling } from '../../slices/organisation/proposal/proposal.read.ts'
import { openItems, type PlacedRow } from './query.ts'
import { toDo } from './project.ts'
import type { ToDoRow } from './row.ts'

const C = '131081'
const ofRound = { orderId: 'O1', round: 1, handler: C }
const ofRecord = { volunteer: 'a', recordId: 'R1', bodyId: C }
const occasion = { type: 'order', orderId: 'O1', round: 1 }

const listRulings = (...events: ReadonlyArray<object>) => {
  const rows = new Map<string, ToDoRow>()
  const fold = project(toDo)
  events.forEach((data, index) => {
    const header = { id: `e${index}`, recordedAt: '2020-04-20T02:00:00.000Z', occurredAt: '2020-04-20T02:00:00.000Z' }
    // A row looks at what happened and when; the rest of an envelope plays no part.
    fold(rows, { ...header, type: (data as LedgerEvent).type, data } as unknown as Envelope<LedgerEvent>)
  })
  const placed = [...rows.values()].map((row): PlacedRow => ({ place: C as PlacedRow['place'], row }))
  return openItems(placed).flatMap(({ subject }) => (subject.type === 'ruling' ? [subject.rulingId] : []))
}
const propose = (rulingId: string) => ({
  type: 'RulingProposed',
  rulingId,
  reason: { code: 'seen', text: null },
  by: 'm',
  post: 'assessor',
  unitId: C,
  proposedAt: '2020-04-20T02:00:00.000Z',
})

const endings: ReadonlyArray<readonly [string, string, object, object]> = [
  [
    'a check by another verdict',
    nameRuling('FollowUpOrder', 'O1', 1, 'solved'),
    { type: 'OrderFollowedUp', ...ofRound, by: 'm', verdict: 'partly', comment: null },
    { type: 'OrderFollowedUp', ...ofRound, orderId: 'O2', by: 'm', verdict: 'solved', comment: null },
  ],
  [
    'an extension that no one answered',
    nameRuling('AnswerExtension', 'O1', 1, 'grant'),
    { type: 'ExtensionRefused', ...ofRound, asker: C },
    { type: 'ExtensionRefused', ...ofRound, round: 2, asker: C },
  ],
  [
    'a hold that was lifted',
    nameRuling('ClearHold', 'a', 'R1', 'log:0'),
    { type: 'HoldLifted', ...ofRecord, holdId: 'log:0', stillHeld: false },
    { type: 'HoldLifted', ...ofRecord, holdId: 'log:1', stillHeld: false },
  ],
  [
    'an absence that was refuted',
    nameRuling('ExcuseAbsence', 'o.O1.1', 'a'),
    { type: 'AbsenceRefuted', occasion, volunteer: 'a' },
    { type: 'AbsenceRefuted', occasion, volunteer: 'e' },
  ],
  [
    'a burst with the other verdict',
    nameRuling('RuleBurst', 'o.O1.1', 1, 'none'),
    { type: 'BurstRuled', burstId: 'o.O1.1', number: 1, unit: C, verdict: 'burst' },
    { type: 'BurstRuled', burstId: 'o.O1.1', number: 2, unit: C, verdict: 'burst' },
  ],
]

describe.each(endings)('a proposal and %s', (_how, rulingId, ends, another) => {
  it('G8: lapses; the end of another case leaves it', () => {
    expect(listRulings(propose(rulingId))).toEqual([rulingId])
    expect(listRulings(propose(rulingId), ends)).toEqual([])
    expect(listRulings(propose(rulingId), another)).toEqual([rulingId])
    expect(listRulings(ends)).toEqual([])
  })
})

it('O7: the proposal of a check stays after a reopening: it may come until the window ends', () => {
  const rulingId = nameRuling('FollowUpOrder', 'O1', 1, 'partly')
  expect(listRulings(propose(rulingId), { type: 'OrderReopened', ...ofRound, round: 2 })).toEqual([rulingId])
})
