/** Stars of the veterans: applied for, objected to, refused, lapsed. */
import { reinstate, suspend } from '../deeds/people.ts'
import { apply, applyAbove, examine, grant, newApplication, endNotice, openNotice } from '../deeds/stars.ts'
import { otherHall, otherTown, residents, starAuthority, unstarred, veterans } from '../people.ts'
import { deed, why, type CountyScene } from '../scene.ts'
import { listRecords } from '../veterans.ts'

/** An objection has an application examined again; then it is on notice anew. */
export const starObjected: CountyScene = {
  name: 'starObjected',
  write: ({ id, pick }) => {
    const one = pick(unstarred)
    const application = newApplication(one, id)
    return [
      applyAbove(one, application),
      examine(application),
      openNotice(application),
      deed(pick([...residents, one]), 'RaiseObjection', { ...application, ...why('was-not-there') }),
      examine(application, pick([1, 1, 1, 0, 2])),
      openNotice(application, 1),
      grant(application, pick([starAuthority, one])),
      deed(pick(residents), 'RaiseObjection', { ...application, ...why('too-late') }),
    ]
  },
}

/** Someone objects when the notice has ended; the star is granted too early and then in time. */
export const objectedLate: CountyScene = {
  name: 'objectedLate',
  write: ({ id, pick }) => {
    const one = pick(veterans)
    const application = newApplication(one, id)
    return [
      applyAbove(one, application),
      examine(application, 1),
      examine(application),
      openNotice(application),
      grant(application),
      endNotice,
      deed(pick(residents), 'RaiseObjection', { ...application, ...why('was-not-there') }),
      grant(application),
    ]
  },
}

/** An application is refused for a reason that the log does not show; the volunteer applies again. */
export const starRefused: CountyScene = {
  name: 'starRefused',
  write: ({ id, pick }) => {
    const one = pick(veterans)
    const application = newApplication(one, id)
    return [
      applyAbove(one, application),
      examine(application),
      deed(pick([starAuthority, starAuthority, { ...starAuthority, person: one.person }]), 'RefuseApplication', {
        ...application,
        ...why('not-worthy'),
      }),
      applyAbove(one, newApplication(one, `${id}again`)),
    ]
  },
}

/** A record is suspended while an application waits, which lapses; it counts again afterwards (W12). */
export const starLapsed: CountyScene = {
  name: 'starLapsed',
  write: ({ id, pick }) => {
    const one = pick(veterans)
    const application = newApplication(one, id)
    const { ofOrder } = listRecords(one)
    return [
      apply(one, application, pick([3, 3, 4, 9])),
      suspend(otherHall.approver, ofOrder),
      reinstate(pick([otherTown.approver, otherHall.approver]), ofOrder),
      examine(application),
    ]
  },
}
