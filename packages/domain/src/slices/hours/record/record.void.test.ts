import { describe, it } from 'vitest'
import { stage } from '@zhiyuan/testing'
import { people, units } from '../../../fixtures/people.ts'
import { scene, world } from '../../../fixtures/world.ts'
import { record } from './index.ts'
import { commands, held, instant, submitted, suspended, verified } from './record.fixture.ts'

const given = stage(record, world, { ...scene, now: instant('05-02 01:00'), actor: people.approverV2 })
const { SuspendRecord, VoidRecord } = commands
const past = [submitted('R5'), verified('R5')]
/** The person is an approver of V2 as well. */
const holding = (person: string) => ({
  'units-131081': [
    ...(world['units-131081'] ?? []),
    { type: 'PostTaken', unitId: units.V2, post: 'approver', person, office: null },
  ],
})
const approver = (person: string) => ({ ...people.approverV2, person })

describe('a record that is taken away', () => {
  it('H9: is voided by neither recorder nor volunteer', () => {
    const off = given(...past, suspended('R5', 'q9'))
    off.by(approver('k2')).when(VoidRecord).isRefused({ type: 'ApproverIsRecorder' })
    off.knowing(holding('e')).by(approver('e')).when(VoidRecord).isRefused({ type: 'ApproverIsVolunteer' })
  })
  it('H9, H16: is not voided by who suspended it, while another approver without a part is there', () => {
    const off = given(...past, suspended('R5', 'q9')).knowing(holding('q9'))
    off.by(approver('q9')).when(VoidRecord).isRefused({ type: 'VoidedBySuspender', person: 'q9' })
    off.by(people.approverC).when(VoidRecord).emits({ type: 'RecordVoided', by: 'qc' })
    given(...past, suspended('R5', 'qc'))
      .by(people.approverC)
      .when(VoidRecord)
      .emits({ type: 'RecordVoided', by: 'qc' })
  })
  it('H9, H16: nor by who let it count, where a process alone suspended it, while another one is there', () => {
    const byProcess = suspended('R5', null)
    const off = given(...past, held('R5', 'two-places:x'), byProcess)
    off.when(VoidRecord).isRefused({ type: 'VoidedBySuspender', person: 'q2' })
    off.by(people.approverC).when(VoidRecord).emits({ type: 'RecordVoided', by: 'qc' })
    const alone = [{ type: 'PostLeft', unitId: units.C, post: 'approver', person: 'qc' }]
    off
      .knowing({ 'units-131081': [...(world['units-131081'] ?? []), ...alone] })
      .when(VoidRecord)
      .emits({ type: 'RecordVoided', by: 'q2' })
  })
  it('G7: is suspended by an approver who is not its volunteer', () => {
    given(...past)
      .knowing(holding('e'))
      .by(approver('e'))
      .when(SuspendRecord)
      .isRefused({ type: 'ApproverIsVolunteer', person: 'e' })
  })
})
