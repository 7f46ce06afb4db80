import { describe, it } from 'vitest'
import { stage } from '@zhiyuan/testing'
import { people, units } from '../../../fixtures/people.ts'
import { scene, world } from '../../../fixtures/world.ts'
import { merged } from '../../people/humans/humans.fixture.ts'
import { record } from './index.ts'
import { instant, commands, correctionRequested, interval, submitted, suspended, verified } from './record.fixture.ts'

const given = stage(record, world, { ...scene, now: instant('05-02 01:00'), actor: people.approverV2 })
const shorter = commands.CorrectRecord
const longer = { ...shorter, segments: [interval('04-29 06:00', '04-29 07:10')], minutes: 70 }
const elsewhen = { ...shorter, segments: [interval('04-29 07:00', '04-29 08:00')], minutes: 60 }
const system = [submitted('R5', { grade: 'system', recorder: null }), verified('R5', { grade: 'system' })]
const askCorrection = (person: string) => given(...system, correctionRequested('R5', person))
const k2AsApprover = { ...people.approverV2, person: 'k2' }
const county = (...more: ReadonlyArray<{ readonly type: string }>) => ({
  'units-131081': [...(world['units-131081'] ?? []), ...more],
})
const leaves = (person: string) => ({ type: 'PostLeft', unitId: units.V2, post: 'approver', person })

describe('a correction that adds time', () => {
  it('H7, H9: is not asked for by the volunteer, who may ask for less', () => {
    askCorrection('e').when(longer).isRefused({ type: 'RequesterIsVolunteer', person: 'e' })
    askCorrection('e').when(elsewhen).isRefused({ type: 'RequesterIsVolunteer', person: 'e' })
    askCorrection('e').when(shorter).emits({ type: 'RecordCorrected', added: false, grade: 'system' })
    askCorrection('qc').when(longer).emits({ type: 'RecordCorrected', added: true, grade: 'manual', approver: 'q2' })
  })
  it('H7, G2: nor by the volunteer under another registration, no matter which one survives', () => {
    askCorrection('qc')
      .knowing(merged(['qc', 'e']))
      .when(longer)
      .isRefused({ type: 'RequesterIsVolunteer', person: 'qc' })
    askCorrection('qc')
      .knowing(merged(['e', 'qc']))
      .when(longer)
      .isRefused({ type: 'RequesterIsVolunteer', person: 'qc' })
  })
  it('H7: the person who asked for it has entered it, and never lets it count again', () => {
    const asked = askCorrection('qc')
    const corrected = asked.and(...asked.when(longer).events(), suspended('R5'))
    corrected
      .by(people.approverC)
      .when(commands.ReinstateRecord)
      .isRefused({ type: 'ApproverIsRecorder', person: 'qc' })
    corrected.by(k2AsApprover).when(commands.ReinstateRecord).emits({ type: 'RecordReinstated', by: 'k2' })
    const less = asked.and(...asked.when(shorter).events(), suspended('R5'))
    less.by(people.approverC).when(commands.ReinstateRecord).emits({ type: 'RecordReinstated', by: 'qc' })
  })
  it('H3, H9: is certified by exactly the unit that certifies; less time also by one above', () => {
    const byC = askCorrection('q2').by(people.approverC)
    byC.when(longer).isRefused({ type: 'NotTheCertifier', person: 'qc', certifier: units.V2 })
    byC.when(shorter).emits({ type: 'RecordCorrected', approver: 'qc' })
    askCorrection('q2').by(k2AsApprover).when(longer).emits({ type: 'RecordCorrected', approver: 'k2' })
  })
  it('H16: where only the requester holds the post there, the unit above certifies', () => {
    askCorrection('q2')
      .knowing(county(leaves('k2')))
      .by(people.approverC)
      .when(longer)
      .emits({ type: 'RecordCorrected', added: true, approver: 'qc' })
  })
})

describe('a merge', () => {
  it('H7, G2: bars volunteer, recorder and requester from certifying under any registration', () => {
    const verify = commands.VerifyRecord
    given(submitted('R5'))
      .knowing(merged(['e', 'q2']))
      .when(verify)
      .isRefused({ type: 'ApproverIsVolunteer' })
    given(submitted('R5'))
      .knowing(merged(['q2', 'e']))
      .when(verify)
      .isRefused({ type: 'ApproverIsVolunteer' })
    given(submitted('R5'))
      .knowing(merged(['k2', 'q2']))
      .when(verify)
      .isRefused({ type: 'ApproverIsRecorder' })
    askCorrection('qc')
      .knowing(merged(['qc', 'q2']))
      .when(shorter)
      .isRefused({ type: 'ApproverIsRequester' })
    given(submitted('R5'))
      .knowing(merged(['a', 'b']))
      .when(verify)
      .emits({ type: 'RecordVerified' })
  })
})
