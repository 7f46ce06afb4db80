/** Who asked for a service is no third person to its records (G7, H7), and who answers for one by hand is not credited by it. */
import { describe, it } from 'vitest'
import { stage } from '@zhiyuan/testing'
import { people, units } from '../../../fixtures/people.ts'
import { scene, unitEvents, world } from '../../../fixtures/world.ts'
import { merged } from '../../people/humans/humans.fixture.ts'
import { approved, submitted as needSubmitted } from '../../requests/need/need.fixture.ts'
import { record } from './index.ts'
import {
  commands,
  correctionRequested,
  held,
  instant,
  interval,
  orderO1,
  returned,
  submitted,
  suspended,
  verified,
} from './record.fixture.ts'

const { C, T2, V2 } = units
const given = stage(
  record,
  { ...world, ...orderO1 },
  { ...scene, now: instant('05-02 01:00'), actor: people.approverV2 },
)
const round = { type: 'order', orderId: 'O1', round: 1 } as const
const ofRound = submitted('R5', { source: round, teamId: 'B2' })
const post = (person: string, unitId: string = V2) => ({
  type: 'PostTaken',
  unitId,
  post: 'approver',
  person,
  office: null,
})
const asPost = (person: string, unit: string = V2) => ({
  'units-131081': [...unitEvents, post(person, unit)],
})
const approver = (person: string, unit: string = V2) => ({ type: 'person' as const, person, role: 'approver', unit })
const needOf = (kind: string) => ({ 'need-N1': [{ ...needSubmitted, proxy: { person: 'h1', kind } }, approved] })

type Judging = (typeof commands)['VerifyRecord' | 'ClearHold' | 'CorrectRecord' | 'UpholdRecord' | 'ReinstateRecord']

describe('a person who asked for the service', () => {
  const judging: ReadonlyArray<readonly [Judging, ReadonlyArray<typeof ofRound>]> = [
    [commands.VerifyRecord, [ofRound]],
    [commands.ClearHold, [ofRound, held('R5')]],
    [commands.CorrectRecord, [ofRound, verified('R5'), correctionRequested('R5')]],
    [commands.UpholdRecord, [ofRound, verified('R5'), correctionRequested('R5')]],
    [commands.ReinstateRecord, [ofRound, verified('R5'), suspended('R5')]],
  ]
  it.each(judging)('G7: does not rule on its record as approver: $type', (command, past) => {
    const asked = given(...past)
    const refused = (person: string, as: 'requester' | 'contact' | 'proxy') =>
      ({ type: 'InOwnFavour', person, as }) as const
    asked.knowing(asPost('r1')).by(approver('r1')).when(command).isRefused(refused('r1', 'requester'))
    asked.knowing(asPost('f1')).by(approver('f1')).when(command).isRefused(refused('f1', 'contact'))
    asked
      .knowing({ ...asPost('h1'), ...needOf('family') })
      .by(approver('h1'))
      .when(command)
      .isRefused(refused('h1', 'proxy'))
    asked
      .knowing({ ...asPost('n'), ...merged(['n', 'r1']) })
      .by(approver('n'))
      .when(command)
      .isRefused(refused('n', 'requester'))
  })
  it('G7: who only typed the need for a caller does', () => {
    given(ofRound)
      .knowing({ ...asPost('h1'), ...needOf('grid-worker') })
      .by(approver('h1'))
      .when(commands.VerifyRecord)
      .emits({ type: 'RecordVerified', approver: 'h1' })
  })
  it('H16, G7: where only that person is approver there, the unit above verifies', () => {
    const leaves = (person: string) => ({ type: 'PostLeft', unitId: V2, post: 'approver', person })
    const only = { 'units-131081': [...unitEvents, post('r1'), leaves('q2'), leaves('k2')] }
    given(ofRound).knowing(only).by(people.approverC).when(commands.VerifyRecord).emits({ type: 'RecordVerified' })
  })
  it('G7, G8: is not the unit above, which clears what contradicts the log', () => {
    const against = given(ofRound, held('R5', 'log:0', { kind: 'contradicts-the-log' }))
    const clear = { ...commands.ClearHold, holdId: 'log:0' }
    against
      .knowing(asPost('r1', C))
      .by(approver('r1', C))
      .when(clear)
      .isRefused({ type: 'NotTheUnitAbove', person: 'r1' })
    against.by(people.approverC).when(clear).emits({ type: 'HoldCleared', by: 'qc' }, { type: 'TookPlaceRuled' })
  })
})

describe('added time of the person responsible', () => {
  const own = submitted('R5', { grade: 'system', recorder: null, responsible: 'e' })
  const longer = { segments: [interval('04-29 06:00', '04-29 07:10')], minutes: 70 }
  const refused = { type: 'ResponsibleIsVolunteer', person: 'e' } as const
  it('H7: is not entered again as a record by hand that the credited one answers for', () => {
    const again = given(own, returned('R5')).by(people.recorderV2)
    again.when({ ...commands.ResubmitRecord, ...longer }).isRefused(refused)
    again.when(commands.ResubmitRecord).emits({ type: 'RecordResubmitted', grade: 'system' })
    const another = given(submitted('R5', { grade: 'system', recorder: null }), returned('R5')).by(people.recorderV2)
    another.when({ ...commands.ResubmitRecord, ...longer }).emits({ type: 'RecordResubmitted', grade: 'manual' })
  })
  it('H7: nor by a correction; less time is corrected', () => {
    const asked = given(own, verified('R5', { grade: 'system' }), correctionRequested('R5', 'qc'))
    asked.when({ ...commands.CorrectRecord, ...longer }).isRefused(refused)
    asked.when(commands.CorrectRecord).emits({ type: 'RecordCorrected', grade: 'system' })
  })
})

describe('the only clerk of a body', () => {
  const clerk = (person: string) => ({ type: 'PostTaken', unitId: V2, post: 'clerk', person, office: null })
  const alone = { 'units-131081': [...unitEvents, clerk('e')] }
  const two = { 'units-131081': [...unitEvents, clerk('e'), clerk('k2')] }
  const hour = commands.Backfill
  const clerkT2 = { ...people.recorderV2, person: 'kt', unit: T2 }
  it('H16: served herself, so that a clerk of the unit above records it; of another volunteer none does', () => {
    given().knowing(alone).by(clerkT2).when(hour).emits({ type: 'RecordSubmitted', recorder: 'kt', bodyId: V2 })
    given().knowing(alone).by(people.recorderV2).when(hour).isRefused({ type: 'OutsideJurisdiction', unit: T2 })
    const another = { ...hour, volunteer: 'c', responsible: 'g' }
    given().knowing(alone).by(clerkT2).when(another).isRefused({ type: 'OutsideJurisdiction', unit: V2 })
  })
  it('H16: where another one is there, that one records', () => {
    given().knowing(two).by(clerkT2).when(hour).isRefused({ type: 'OutsideJurisdiction', unit: V2 })
    given().knowing(two).by(people.recorderV2).when(hour).emits({ type: 'RecordSubmitted' })
  })
  it('H16, G2: under another registration she is the same', () => {
    const other = { 'units-131081': [...unitEvents, clerk('n')], ...merged(['n', 'e']) }
    given(submitted('R5'), returned('R5'))
      .knowing(other)
      .by(clerkT2)
      .when(commands.ResubmitRecord)
      .emits({ type: 'RecordResubmitted', by: 'kt' })
  })
})
