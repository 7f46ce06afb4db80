/** Units, bodies and posts of a scene's own. */
import { foundTeam, openVillage } from '../deeds/people.ts'
import { approveNeed, submitNeed } from '../deeds/needs.ts'
import { placeOrder } from '../deeds/orders.ts'
import { admin, deputy, hall, residents, town, units, volunteers } from '../people.ts'
import { deed, type CountyScene } from '../scene.ts'

/** A village closes with a need that is open, or with an order that waits (G1, N12). */
export const closedVillage: CountyScene = {
  name: 'closedVillage',
  write: ({ id, pick }) => {
    const unitId = `u${id}`
    const [needId, orderId] = [`N${id}`, `O${id}`]
    const requester = pick(residents)
    const clerk = { ...hall.clerk, unit: unitId }
    const isPlaced = pick([true, false])
    return [
      openVillage(admin, unitId),
      submitNeed(requester, needId, { unitId }),
      ...(isPlaced ? [approveNeed(needId, clerk), placeOrder(clerk, { orderId, needId })] : []),
      deed(pick([admin, admin, town.clerk]), 'BeginClosingUnit', { unitId }),
      submitNeed(requester, `M${id}`, { unitId }),
    ]
  },
}

/** A village comes under the other township and under another name. */
export const movedVillage: CountyScene = {
  name: 'movedVillage',
  write: ({ id, pick }) => {
    const unitId = `u${id}`
    return [
      openVillage(admin, unitId),
      deed(admin, 'RenameUnit', { unitId, name: `${unitId}-${pick(['a', 'b'])}` }),
      deed(admin, 'MoveUnit', {
        unitId,
        parent: pick([units.otherTown, units.otherTown, units.otherTown, units.village, 'nowhere']),
      }),
      openVillage(admin, unitId, units.otherTown),
      deed(admin, 'BeginClosingUnit', { unitId: pick([unitId, unitId, units.city]) }),
      deed(admin, 'RenameUnit', { unitId, name: 'closed' }),
    ]
  },
}

/** A body is registered, and another one answers for its records; perhaps in a circle (H3). */
export const bodySucceeded: CountyScene = {
  name: 'bodySucceeded',
  write: ({ id, pick }) => {
    const [bodyId, successor] = [`b${id}`, `d${id}`]
    const registerBody = (body: string) =>
      deed(admin, 'RegisterBody', { bodyId: body, unitId: pick([units.town, units.village]), name: body })
    return [
      registerBody(bodyId),
      registerBody(pick([successor, successor, units.city])),
      deed(pick([admin, admin, town.clerk]), 'SucceedBody', { bodyId, successor: pick([successor, units.town]) }),
      deed(admin, 'SucceedBody', { bodyId: successor, successor: bodyId }),
      deed(admin, 'SucceedBody', { bodyId, successor: units.city }),
      foundTeam(`T${id}`, pick(volunteers), 'agency-squad', hall.clerk, pick([bodyId, 'no-body'])),
    ]
  },
}

/** People take posts and lay them down, one by one or with the office by which they hold them (G6, G7). */
export const postsHeld: CountyScene = {
  name: 'postsHeld',
  write: ({ id, pick }) => {
    const { person } = pick([...volunteers, admin])
    const office = `office-${id}`
    const post = { unitId: units.hamlet, post: pick(['recorder', 'clerk', 'dispatcher'] as const), person }
    const byOffice = pick([true, false])
    return [
      deed(admin, 'TakePost', { ...post, office: byOffice ? office : null }),
      deed(deputy, 'TakePost', { ...post, office: pick([office, null]) }),
      byOffice
        ? deed(pick([admin, admin, town.clerk]), 'LeaveOffice', { office, person })
        : deed(pick([admin, admin, town.clerk]), 'LeavePost', post),
      deed(deputy, 'LeavePost', post),
    ]
  },
}
