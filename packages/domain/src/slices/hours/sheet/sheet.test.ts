import { describe, it } from 'vitest'
import { evolveIsTotal, repeatsSayNothingNew, stage, survivesStorage } from '@zhiyuan/testing'
import { people, units } from '../../../fixtures/people.ts'
import { changePolicy, scene, unitEvents, world } from '../../../fixtures/world.ts'
import { merged } from '../../people/humans/humans.fixture.ts'
import { orderO1 } from '../record/record.fixture.ts'
import { sheet, type LineUnfit } from './index.ts'
import {
  approved,
  clearer,
  document,
  entered,
  headCountTold,
  listNoted,
  onlyNoted,
  rejected,
  returned,
  served,
  sessionPublished,
  unclear,
} from './sheet.fixture.ts'

const later = '2020-05-02T01:00:00.000Z'
const entering = { ...scene, actor: people.recorderV2, now: entered.enteredAt }
const given = stage(sheet, world, entering)
const enter = { type: 'EnterSheet', ...document } as const
const approve = { type: 'ApproveSheet', sheetId: 'L1' } as const
const [lineE, lineD] = document.lines

describe('a sheet', () => {
  it('H14: is one document of many lines, entered by a recorder or clerk of the organiser', () => {
    given().when(enter).emits(entered)
    given().by(people.clerkV2).when(enter).emits(entered)
    given().by(people.clerkV1).when(enter).isRefused({ type: 'OutsideJurisdiction' })
    given()
      .when({ ...enter, bodyId: units.V1 })
      .isRefused({ type: 'SheetOfAnotherBody', bodyId: units.V1, organiser: units.V2 })
  })

  it('H7: neither the hand nor the name of a sheet stands on it, under any registration', () => {
    const lines = [lineE, { ...lineD, volunteer: 'c' }]
    given()
      .when({ ...enter, lines })
      .isRefused({ type: 'OnTheOwnSheet', person: 'c', as: 'responsible' })
    given()
      .by({ ...people.recorderV2, person: 'e' })
      .when(enter)
      .isRefused({ type: 'OnTheOwnSheet', person: 'e', as: 'recorder' })
    stage(sheet, { ...world, ...merged(['e', 'c']) }, entering)()
      .when(enter)
      .isRefused({ type: 'OnTheOwnSheet', person: 'c', as: 'responsible' })
  })

  it('H14: has each registered person once', () => {
    given()
      .when({ ...enter, lines: [lineE, lineE] })
      .isRefused({ type: 'OnTheSheetTwice', person: 'e' })
    given()
      .when({ ...enter, lines: [lineE, { ...lineD, volunteer: 'z' }] })
      .isRefused({ type: 'NotAVolunteer', person: 'z' })
  })

  it('C05: is about one of the specialties that exist', () => {
    const about = (content: string) => given().when({ ...enter, content })
    about('culture-art').isRefused({ type: 'UnknownSpecialty', specialty: 'culture-art' })
    about('legal').emits({ type: 'SheetEntered', content: 'legal' })
  })

  it('H13: a line is refused by its number where its times or minutes cannot be', () => {
    const fault = (line: object, because: LineUnfit['because']) =>
      given()
        .when({ ...enter, lines: [lineE, { ...lineD, ...line }] as never })
        .isRefused({ type: 'LineUnfit', line: 2, because })
    const [{ start, end }] = served.segments as never as [{ start: string; end: string }]
    fault({ minutes: 61 }, 'minutes-differ')
    fault({ segments: [{ start: end, end: start }] }, 'not-rising')
    fault(
      {
        segments: [
          { start, end },
          { start, end },
        ],
      },
      'overlaps',
    )
    fault({ segments: [{ start: '2020-04-28T05:00:00.000Z', end }] }, 'too-long')
    fault({ segments: [{ start, end: '2020-04-30T02:00:00.000Z' }] }, 'in-future')
    fault({ segments: [{ start, end: '2020-04-29T06:00:59.999Z' }], minutes: 0 }, 'nothing-served')
  })

  it('O12: of a published session is entered by its host', () => {
    stage(sheet, { ...world, ...sessionPublished }, entering)()
      .when({ ...enter, occasion: { ...document.occasion, host: units.V1 }, bodyId: units.V1 })
      .isRefused({ type: 'SheetOfAnotherHost', host: units.V2 })
  })

  it('H3: of an order is of the team that served', () => {
    const occasion = { type: 'order', orderId: 'O9', round: 1 } as const
    given()
      .when({ ...enter, occasion })
      .isRefused({ type: 'NotThere', id: 'O9' })
    const byB1 = { ...enter, occasion: { ...occasion, orderId: 'O1' }, bodyId: units.V1, teamId: 'B1' } as const
    const atO1 = stage(sheet, { ...world, ...orderO1 }, { ...entering, actor: people.recorderV1 })
    atO1()
      .when(byB1)
      .emits({
        ...entered,
        occasion: byB1.occasion,
        bodyId: units.V1,
        teamId: 'B1',
        recorder: 'k1',
        servedUnit: units.V1,
      })
    atO1()
      .when({ ...byB1, teamId: 'B2' })
      .isRefused({ type: 'SheetOfAnotherTeam', teamId: 'B1' })
  })

  it('H11: entered twice says nothing; with other content it is refused', () => {
    given(entered).when(enter).isSilent()
    given(entered)
      .when({ ...enter, content: 'legal' })
      .isRefused({ type: 'SameIdOtherContent', id: 'L1' })
  })

  it('H14: is entered again after it was returned, with other content', () => {
    given(entered, returned)
      .when({ type: 'EnterSheet', ...clearer })
      .emits({ ...entered, ...clearer, edition: 2 })
    given(entered, returned).when(enter).isRefused({ type: 'SheetReturnedBefore' })
    const again = { ...entered, ...clearer, edition: 2 } as const
    given(entered, returned, again).when(enter).isRefused({ type: 'SheetReturnedBefore' })
  })
})

describe('ruling on a sheet', () => {
  /** T2 has an approver of its own: the unit above V2. */
  const withT2 = [...unitEvents, { type: 'PostTaken', unitId: units.T2, post: 'approver', person: 'qt', office: null }]
  const approverT2 = { ...people.approverV2, person: 'qt', unit: units.T2 }
  const known = { ...world, 'units-131081': withT2, ...sessionPublished, ...headCountTold(2) }
  const ruling = (more: object = {}) =>
    stage(sheet, { ...known, ...more }, { ...entering, now: later, actor: approverT2 })
  const attested = { ...approved, by: 'qt', grade: 'attested', lacks: [] } as const

  it('H14: its lines are attested where the session was known, the heads were counted and the unit above approves', () => {
    ruling()(entered).when(approve).emits(attested)
  })

  it('H14: they stay manual where the body approves by itself', () => {
    ruling()(entered)
      .by(people.approverV2)
      .when(approve)
      .emits({ ...approved, lacks: ['unit-above'] })
  })

  it('H14: they stay manual without a head count, with more lines than heads, or by a hand of the sheet', () => {
    const manual = { ...attested, grade: 'manual', lacks: ['head-count'] } as const
    ruling(onlyNoted)(entered).when(approve).emits(manual)
    ruling(headCountTold(1))(entered).when(approve).emits(manual)
    ruling(headCountTold(2, 'k2'))(entered).when(approve).emits(manual)
    ruling(headCountTold(2, 'c'))(entered).when(approve).emits(manual)
  })

  it('H14: it takes its place behind the other lists of its occasion before it is approved', () => {
    ruling({ 'headcount-s.S': [] })(entered).when(approve).isRefused({ type: 'SheetNotYetNoted', sheetId: 'L1' })
    const [told] = headCountTold(2)['headcount-s.S'] ?? []
    const before = { ...listNoted, listId: 'sheet.L0.1', people: ['a'] } as never
    ruling({ 'headcount-s.S': [told, before, listNoted] })(entered)
      .when(approve)
      .emits({ ...attested, grade: 'manual', lacks: ['head-count'] })
  })

  it('H14: they stay manual where the session did not stand in the log before it began, or was called off', () => {
    const manual = { ...attested, grade: 'manual', lacks: ['known-before'] } as const
    ruling({ 'session-S': [] })(entered).when(approve).emits(manual)
    const calledOff = { type: 'SessionCancelled', sessionId: 'S', host: units.V2, by: 'k2', reason: unclear }
    ruling({ 'session-S': [...(sessionPublished['session-S'] ?? []), calledOff] })(entered)
      .when(approve)
      .emits(manual)
  })

  it('H7: the recorder does not approve, nor does anyone on it or on the requester’s side', () => {
    ruling()(entered)
      .by({ ...people.approverV2, person: 'k2' })
      .when(approve)
      .isRefused({ type: 'RulesOwnSheet', person: 'k2' })
    ruling()({ ...entered, responsible: 'q2' })
      .by(people.approverV2)
      .when(approve)
      .isRefused({ type: 'RulesOwnSheet', person: 'q2' })
    ruling({ ...merged(['d', 'qt']) })(entered)
      .when(approve)
      .isRefused({ type: 'InOwnFavour', person: 'qt', as: 'volunteer' })
  })

  it('G8: who told the head count does not approve as the unit above; the next one up does', () => {
    const byTeller = ruling(headCountTold(2, 'qt'))(entered)
    byTeller.when(approve).isRefused({ type: 'NotTheSheetsApprover', ruler: units.C })
    byTeller
      .by(people.approverC)
      .when(approve)
      .emits({ ...attested, by: 'qc' })
  })

  it('H16: another unit than the body’s or the one above is refused by name', () => {
    ruling()(entered)
      .by(people.approverC)
      .when(approve)
      .isRefused({ type: 'NotTheSheetsApprover', person: 'qc', certifier: units.V2, ruler: units.T2, propose: null })
    ruling()(entered).by(people.approverV1).when(approve).isRefused({ type: 'OutsideJurisdiction' })
    ruling()(entered)
      .by({ ...approverT2, person: 'x' })
      .when(approve)
      .isRefused({ type: 'PostNotHeld' })
  })

  it('G8: at the top one proposes and an assessor decides; neither alone', () => {
    const { C } = units
    const held = [...unitEvents, { type: 'PostTaken', unitId: C, post: 'assessor', person: 'm', office: null }]
    const ofC = { ...entered, bodyId: C, servedUnit: C, occasion: { ...document.occasion, host: C } } as const
    const [published] = sessionPublished['session-S'] ?? []
    const atC = { 'units-131081': held, 'session-S': [{ ...published, host: C } as never] }
    const propose = 'ApproveSheet.L1.1'
    const proposed = {
      type: 'RulingProposed',
      rulingId: propose,
      reason: unclear,
      by: 'qc',
      post: 'approver',
      unitId: C,
    }
    const byAssessor = ruling(atC)(ofC).by(people.assessor)
    byAssessor.when(approve).isRefused({ type: 'NotTheSheetsApprover', ruler: C, propose })
    const after = { ...atC, [`proposal-${propose}`]: [{ ...proposed, proposedAt: later } as never] }
    ruling(after)(ofC)
      .by(people.assessor)
      .when(approve)
      .emits({ ...attested, bodyId: C, by: 'm' })
    ruling(after)(ofC)
      .by(people.approverC)
      .when(approve)
      .emits({ ...attested, bodyId: C, by: 'qc', grade: 'manual', lacks: ['unit-above'] })
  })

  it('H20: is approved when the second look is over, at its last midnight and not before', () => {
    const national = changePolicy('2020-04-01', { records: { secondLook: { workingDays: 1 } } })
    const until = '2020-05-06T16:00:00.000Z'
    ruling(national)(entered).when(approve).isRefused({ type: 'SecondLookRuns', until })
    ruling(national)(entered).at(until).when(approve).emits(attested)
  })

  it('H14: is returned or rejected by one approver; a repeat says nothing', () => {
    const by = people.approverV2
    const back = { type: 'ReturnSheet', sheetId: 'L1', reason: unclear } as const
    const refuse = { type: 'RejectSheet', sheetId: 'L1', reason: unclear } as const
    ruling()(entered).by(by).when(back).emits(returned)
    ruling()(entered).by(by).when(refuse).emits(rejected)
    ruling()(entered, returned).by(by).when(refuse).emits(rejected)
    ruling()(entered, returned).by(by).when(back).isSilent()
    ruling()(entered, rejected).by(by).when(refuse).isSilent()
    ruling()(entered)
      .by({ ...by, person: 'k2' })
      .when(refuse)
      .isRefused({ type: 'RulesOwnSheet', person: 'k2' })
  })
})

describe('laws of a sheet', () => {
  it('events survive storage', () => {
    survivesStorage(sheet)
  })
  it('evolve is total', () => {
    evolveIsTotal(
      sheet,
      [
        [entered, returned],
        [entered, approved],
        [entered, rejected],
      ],
      { SheetId: ['L1'] },
    )
  })
  it('repeats say nothing new', () => {
    const by = people.approverV2
    repeatsSayNothingNew(
      sheet,
      {
        world: { ...world, 'headcount-s.S': [listNoted, { ...listNoted, listId: 'sheet.L1.2' }] },
        scene: { ...entering, now: later },
      },
      [
        { command: enter },
        { command: { type: 'ReturnSheet', sheetId: 'L1', reason: unclear }, actor: by },
        { command: { type: 'EnterSheet', ...clearer } },
        { command: approve, actor: by },
      ],
    )
  })
})
