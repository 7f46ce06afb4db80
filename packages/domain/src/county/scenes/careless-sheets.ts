/** Paper lists that are filled in wrongly, or ruled on by who may not (H14). */
import { clearHold, hostedSession, someVolunteers } from '../deeds/session.ts'
import { stay } from '../deeds/times.ts'
import { city, units } from '../people.ts'
import { deed, why, type CountyActor, type CountyScene } from '../scene.ts'

type Entered = Partial<Parameters<typeof deed<'EnterSheet'>>[2]>

const makeLines = (people: ReadonlyArray<CountyActor>, start: string) =>
  people.map(({ person }) => ({ volunteer: person, ...stay(start, 30) }))

export const sheetFilledWrongly: CountyScene = {
  name: 'sheetFilledWrongly',
  write: (cast) => {
    const session = hostedSession(cast)
    const { offices, unit, about, plain, planned } = session
    const people = someVolunteers(cast.pick, 2)
    const [one = offices.clerk] = people
    const lines = makeLines(people, planned.start)
    const sheetId = `P${cast.id}`
    const enter = (wrong: Entered) =>
      deed(offices.recorder, 'EnterSheet', {
        sheetId: `W${cast.id}`,
        ...about,
        imageHash: '0'.repeat(64),
        lines,
        ...wrong,
      })
    const elsewhere = unit === units.town ? units.village : units.town
    const wrong = [
      enter({ lines: lines.map((line) => ({ ...line, minutes: 40 })) }),
      enter({ responsible: one.person }),
      enter({ lines: makeLines([one, one], planned.start) }),
      enter({ bodyId: elsewhere }),
      enter({ occasion: { ...plain, host: elsewhere } }),
      enter({ occasion: { type: 'order', orderId: 'Ox', round: 1 }, teamId: 'TC' }),
    ]
    return [
      session.publish,
      session.over,
      cast.pick(wrong),
      session.sheet(offices.recorder, people),
      deed(city.approver, 'ApproveSheet', { sheetId }),
      deed(offices.approver, 'ReturnSheet', { sheetId, ...why('which-hours') }),
      session.sheet(offices.recorder, people),
      cast.pick(wrong),
    ]
  },
}

/** The approver has written the list, of more people than there can have been, and sends it back; the unit above clears one of its lines alone. */
export const sheetRuledWrongly: CountyScene = {
  name: 'sheetRuledWrongly',
  write: (cast) => {
    const session = hostedSession(cast)
    const { offices, above } = session
    const people = someVolunteers(cast.pick, 4)
    const [one = offices.clerk] = people
    const sheetId = `P${cast.id}`
    const ruling = { sheetId, ...why('which-hours') }
    return [
      session.publish,
      session.over,
      session.sheet({ ...offices.approver, role: 'recorder' }, people),
      cast.pick([
        clearHold(above.approver, { volunteer: one.person, recordId: `p.${sheetId}.1.1` }),
        deed(offices.approver, 'ReturnSheet', ruling),
      ]),
      deed(above.approver, 'ReturnSheet', ruling),
    ]
  },
}
