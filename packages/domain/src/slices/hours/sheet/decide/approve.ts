/** What the lines of a sheet are worth is decided when it is approved (H14). */
import * as E from 'fp-ts/lib/Either.js'
import { readMany, type Moment, type PersonId, type StreamRead, type UnitId } from '@zhiyuan/kernel'
import { actsAs, roles } from '../../../../vocabulary/values.ts'
import { assignmentRead, type AssignmentState } from '../../../attendance/assignment/assignment.read.ts'
import { findHappening, happeningReads, type HappeningFound } from '../../../attendance/happening.ts'
import {
  headCountRead,
  isWithinHeadCount,
  listTellers,
  nameSheetList,
  type Came,
  type HeadCountState,
} from '../../../attendance/head-count/head-count.read.ts'
import {
  computeDue,
  findGuardPolicy,
  policyMissing,
  policyRead,
  readTerms,
  type PolicyBook,
} from '../../../organisation/policy/policy.read.ts'
import { nameRuling, proposalRead, type Proposals } from '../../../organisation/proposal/proposal.read.ts'
import { decidingPosts } from '../../../organisation/two-at-the-top.ts'
import { listFreeHolders, refuseRuler } from '../../../organisation/unit-above.ts'
import { listAncestors, unitsRead } from '../../../organisation/units/units.read.ts'
import { findSurvivor, humansRead, isSameHuman } from '../../../people/humans/humans.read.ts'
import type { OrderState } from '../../../requests/order/order.read.ts'
import { recordTerms } from '../../record/record.terms.ts'
import type { ApproveSheet, SheetEntered, SheetLack } from '../sheet.codec.ts'
import type { SheetRejection } from '../sheet.rejection.ts'
import { refuseApprover, refuseInvolved, readNeed, rulingAuthority, copyStep, type Ruled } from './rule.ts'
import {
  answeringUnit,
  includesHuman,
  listHands,
  listPeople,
  notAllowed,
  on,
  plainOccasion,
  type Decision,
} from './shared.ts'

/** The part that those with a seat had in the round, whom the sheet may leave out. */
type Parts = ReadonlyMap<PersonId, AssignmentState>

interface Facts extends Ruled, HappeningFound {
  readonly policies: PolicyBook
  readonly counts: HeadCountState
  readonly proposals: Proposals
  readonly parts: Parts
}

const nameApproval = ({ sheetId, edition }: SheetEntered) => nameRuling('ApproveSheet', sheetId, edition)

/** The sheet as a list that the head counts of its occasion are held against. */
const nameList = ({ sheetId, edition }: SheetEntered) => nameSheetList(sheetId, edition)

/** G8: credited, recorded or confirmed. Who told a head count that speaks for the sheet has confirmed it. */
const makeHasPart = ({ entered, hands, humans, counts, order }: Facts) => {
  const tellers = listTellers(counts, nameList(entered))
  const asking = order === null || order.type === 'None' ? [] : [order.placed.requester, order.placed.contact]
  const part = [...listPeople(entered), ...hands, ...tellers, ...asking.filter((one) => one !== null)]
  return (person: PersonId): boolean => includesHuman(humans, part, person)
}

/** G8: null where the unit above approves. */
const refuseAbove = (facts: Facts, moment: Moment, below: UnitId) => {
  const { tree, humans, entered, proposals } = facts
  const isSame = (one: PersonId, other: PersonId): boolean => isSameHuman(humans, one, other)
  const together = { rulingId: nameApproval(entered), proposals, isSame }
  return refuseRuler(tree, moment, { below, post: roles.approver, hasPart: makeHasPart(facts), together })
}

/** H16: the nearest unit, from the answering one upwards, with an approver who neither entered the sheet, nor answers for it, nor stands on it. */
const findCertifyingUnit = ({ tree, humans, entered, hands }: Facts, below: UnitId): UnitId | null => {
  const involved = [...hands, ...listPeople(entered)]
  const isAnyFree = (unit: UnitId): boolean =>
    listFreeHolders(tree, unit, [roles.approver], (person) => includesHuman(humans, involved, person)).length > 0
  return [below, ...listAncestors(tree, below)].find(isAnyFree) ?? null
}

/** H20: until the second look is over, those who were there may object to a line. The term is that of the service day (G5). */
const refuseEarly = ({ entered, policies }: Facts, { now }: Moment): SheetRejection | null => {
  const start = entered.lines.map(({ segments }) => segments[0]?.start ?? entered.enteredAt).toSorted()[0]
  const at = start ?? entered.enteredAt
  const policy = findGuardPolicy(policies, at)
  if (policy === null) return policyMissing(policies, at)
  const { secondLook } = readTerms(recordTerms, policy)
  if (secondLook === null) return null
  const until = computeDue(policies, policy, { term: secondLook, from: entered.enteredAt }).dueAt
  return now < until ? { type: 'SecondLookRuns', until } : null
}

const readParts = (entered: SheetEntered | undefined, order: OrderState | null) => {
  if (entered === undefined || entered.occasion.type !== 'order' || order === null || order.type === 'None')
    return { parts: new Map<PersonId, StreamRead<AssignmentState>>() }
  const { occasion } = entered
  const past = order.past.find(({ round }) => round === occasion.round)
  const { seated } = order.round === occasion.round ? order : (past ?? { seated: new Map<PersonId, boolean>() })
  return { parts: readMany([...seated.keys()], (volunteer) => assignmentRead({ occasion, volunteer })) }
}

/** Of whom the ledger was told in time that they came (A14). */
const listCame = (parts: Parts): ReadonlyArray<Came> =>
  [...parts].flatMap(([person, part]) =>
    part.type !== 'None' && part.cameInTime && part.knownAt !== null ? [{ person, knownAt: part.knownAt }] : [],
  )

/** H14: what is missing for the lines to be `attested`. */
const listLacks = (facts: Facts, isAbove: boolean): ReadonlyArray<SheetLack> => {
  const { entered, humans, counts, parts } = facts
  const happening = findHappening(plainOccasion(entered.occasion), facts)
  const isKnown = happening !== null && happening.knownAt < happening.planned.start
  const isCounted = isWithinHeadCount(
    counts,
    nameList(entered),
    (person) => findSurvivor(humans, person),
    listCame(parts),
  )
  return [
    ...(isKnown ? [] : ['known-before' as const]),
    ...(isCounted ? [] : ['head-count' as const]),
    ...(isAbove ? [] : ['unit-above' as const]),
  ]
}

/** Whether the unit above approves; else the certifying unit has to (H16). An assessor at the top is told what has to be proposed first. */
const judgeApprover = (facts: Facts, command: ApproveSheet, moment: Moment): E.Either<SheetRejection, boolean> => {
  const { entered, tree } = facts
  const { actor } = moment
  const below = answeringUnit(tree, entered.bodyId)
  if (below === null) return E.left({ type: 'UnknownBody', body: entered.bodyId })
  if (actor.type !== 'person') return E.left({ type: 'NotAuthorised', command: command.type })
  const above = refuseAbove(facts, moment, below)
  const decides = above !== null && above.propose !== null && actsAs(actor.role, ...decidingPosts)
  const post = above === null || decides ? null : refuseApprover(facts, moment, command)
  const refusal = post ?? refuseInvolved(facts, moment, command)
  if (refusal !== null) return E.left(refusal)
  if (above === null) return E.right(true)
  const certifier = findCertifyingUnit(facts, below)
  if (certifier === actor.unit && !decides) return E.right(false)
  const { ruler, propose, inVain } = above
  return E.left({ type: 'NotTheSheetsApprover', person: actor.person, certifier, ruler, propose, inVain })
}

/** H14: one approver for all lines. They are `attested` by the unit above under the rule's conditions, and stay `manual` else. */
export const approveSheet = on<ApproveSheet>()({
  allowed: rulingAuthority,
  reads: (_command, state, { jurisdiction }) => ({
    ...(state.type === 'None'
      ? { order: null, session: null, counts: null, proposals: null }
      : {
          ...happeningReads(plainOccasion(state.entered.occasion)),
          counts: headCountRead(plainOccasion(state.entered.occasion)),
          proposals: proposalRead(nameApproval(state.entered)),
        }),
    tree: unitsRead(jurisdiction),
    humans: humansRead(jurisdiction),
    policies: policyRead(jurisdiction),
  }),
  thenReads: (found, _command, state) => ({
    ...readNeed(found),
    ...readParts(state.type === 'None' ? undefined : state.entered, found.order),
  }),
  decide:
    (command, { counts, proposals, ...found }, moment) =>
    (state): Decision => {
      const by = moment.actor.type === 'person' ? moment.actor.person : null
      if (state.type === 'Approved' && state.approved.by === by) return E.right([])
      if (state.type !== 'Entered' || counts === null || proposals === null) return E.left(notAllowed(state, command))
      const facts = { ...found, counts, proposals, entered: state.entered, hands: listHands(state) }
      const isAbove = judgeApprover(facts, command, moment)
      if (E.isLeft(isAbove)) return isAbove
      const early = refuseEarly(facts, moment)
      if (early !== null) return E.left(early)
      if (by === null) return E.left({ type: 'NotAuthorised', command: command.type })
      if (!counts.lists.some(({ listId }) => listId === nameList(state.entered)))
        return E.left({ type: 'SheetNotYetNoted', sheetId: command.sheetId })
      const lacks = listLacks(facts, isAbove.right)
      const grade = lacks.length === 0 ? ('attested' as const) : ('manual' as const)
      return E.right([{ type: 'SheetApproved', ...copyStep(state.entered), by, grade, lacks }])
    },
})
