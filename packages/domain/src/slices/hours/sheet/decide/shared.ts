import type * as E from 'fp-ts/lib/Either.js'
import type { PersonId, UnitId } from '@zhiyuan/kernel'
import type { BodyId } from '../../../../vocabulary/ids.ts'
import type { Occasion } from '../../../../vocabulary/occasion.ts'
import { handlerKit } from '../../../organisation/handler-kit.ts'
import { nameStates } from '../../../organisation/state-naming.ts'
import { findCertifier, findUnitOfBody, type UnitTree } from '../../../organisation/units/units.read.ts'
import { isSameHuman, type Humans } from '../../../people/humans/humans.read.ts'
import type { HostedOccasion } from '../../record/record.codec.ts'
import type { SheetCommand, SheetEntered, SheetEvent } from '../sheet.codec.ts'
import type { SheetRejection } from '../sheet.rejection.ts'
import type { SheetFacts, SheetState } from '../sheet.state.ts'

export type Decision = E.Either<SheetRejection, ReadonlyArray<SheetEvent>>
const naming = nameStates<SheetCommand>(({ sheetId }) => sheetId)
export const { on } = handlerKit<SheetCommand, SheetState, SheetEvent, SheetRejection>(naming)
export const { notAllowed } = naming

/** The occasion as others name it: without the host, which a session that is not published cannot say itself. */
export const plainOccasion = (occasion: HostedOccasion): Occasion =>
  occasion.type === 'order' ? occasion : { type: 'session', sessionId: occasion.sessionId }

/** The unit that answers for the body's records today (H3). */
export const answeringUnit = (tree: UnitTree, body: BodyId): UnitId | null =>
  findUnitOfBody(tree, findCertifier(tree, body))

/** Whether the person is one of these, under any registration. */
export const includesHuman = (humans: Humans, people: ReadonlyArray<PersonId>, person: PersonId): boolean =>
  people.some((one) => isSameHuman(humans, one, person))

export const listPeople = ({ lines }: Pick<SheetEntered, 'lines'>): ReadonlyArray<PersonId> =>
  lines.map(({ volunteer }) => volunteer)

/** H7: who entered an edition of the sheet, or gave it the name. A return makes no other hand of the one before. */
export const listHands = ({ editions }: Pick<SheetFacts, 'editions'>): ReadonlyArray<PersonId> => [
  ...new Set(editions.flatMap(({ recorder, responsible }) => [recorder, responsible])),
]
