/** Service that the log does not tell of is entered by hand, and the unit above rules that it took place (H2a). */
import { hall, leader, town, units } from '../people.ts'
import { deed, why, type CountyActor, type CountyScene } from '../scene.ts'
import { addMinutes, stay, waitUntil } from '../deeds/times.ts'
import { members, orderedService } from '../deeds/ordered-service.ts'
import { clearHold, lookIsOver } from '../deeds/session.ts'

type Service = ReturnType<typeof orderedService>

/** The body's recorder writes down that the volunteer served as planned. */
const enter = ({ at, occasion }: Service, volunteer: CountyActor, recordId: string) =>
  at(({ start }) =>
    deed(hall.recorder, 'Backfill', {
      volunteer: volunteer.person,
      recordId,
      occasion,
      ...stay(start, 60),
      content: 'hardship-relief',
      bodyId: units.village,
      teamId: 'TA',
      responsible: hall.clerk.person,
      reason: null,
    }),
  )

/** A volunteer without a seat (O9). */
export const unseated: CountyScene = {
  name: 'unseated',
  write: (cast) => {
    const [one = leader] = members(cast.pick, 1)
    const service = orderedService(cast, [])
    const record = { volunteer: one.person, recordId: `R${cast.id}` }
    return [
      ...service.steps,
      service.at(({ end }) => waitUntil(end)),
      enter(service, one, record.recordId),
      ...cast.pick([
        // The body's own approver tries to verify what only the unit above may rule.
        [lookIsOver(record.recordId), deed(hall.approver, 'VerifyRecord', record)],
        [clearHold(cast.pick([town.approver, town.approver, hall.approver]), record)],
      ]),
      deed(hall.approver, cast.pick(['RejectRecord', 'ReturnRecord']), { ...record, ...why('mistaken') }),
    ]
  },
}

/** A volunteer of whom an absence was alleged. */
export const foundPresent: CountyScene = {
  name: 'found-present',
  write: (cast) => {
    const [one = leader] = members(cast.pick, 1)
    const service = orderedService(cast, [one])
    const record = { volunteer: one.person, recordId: `R${cast.id}` }
    return [
      ...service.steps,
      service.at(({ start }) => waitUntil(start)),
      deed(leader, 'AllegeAbsence', service.presence(one)),
      service.at(({ end }) => waitUntil(end)),
      enter(service, one, record.recordId),
      clearHold(town.approver, record),
    ]
  },
}

/** A volunteer who forgot to check out, and whom no one confirms. */
export const proven: CountyScene = {
  name: 'proven',
  write: (cast) => {
    const [one = leader] = members(cast.pick, 1)
    const service = orderedService(cast, [one])
    const record = { volunteer: one.person, recordId: `R${cast.id}` }
    return [
      ...service.steps,
      deed(one, 'CheckIn', service.presence(one)),
      service.at(({ end }) => waitUntil(addMinutes(end, 121))),
      enter(service, one, record.recordId),
      clearHold(one, record),
      clearHold(town.approver, record),
      lookIsOver(record.recordId),
      deed(hall.approver, 'VerifyRecord', record),
    ]
  },
}
