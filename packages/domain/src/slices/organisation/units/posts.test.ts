import { describe, expect, it } from 'vitest'
import { stage } from '@zhiyuan/testing'
import { people, units } from '../../../fixtures/people.ts'
import { scene, unitEvents } from '../../../fixtures/world.ts'
import { roles } from '../../../vocabulary/values.ts'
import { merged } from '../../people/humans/humans.fixture.ts'
import { organisation } from './index.ts'
import { LeavePost, PostTaken, TakePost } from './units.codec.ts'

const { T1, T2, V1, V2 } = units
const given = stage(organisation, {}, { ...scene, actor: people.admin })
const county = given(...unitEvents)
const makeAdmin = (unit: string) => ({ type: 'person', person: 'admin-2', role: 'administrator', unit }) as const
const closing = (unitId: string) => ({ type: 'UnitClosingBegan', unitId })
const closed = (unitId: string, parent: string) => ({ type: 'UnitClosed', unitId, parent })

describe('posts', () => {
  const take = (office: string | null) =>
    ({ type: 'TakePost', unitId: V1, post: 'approver', person: 'q3', office }) as const
  const taken = (unitId: string, office: string | null) =>
    ({ type: 'PostTaken', unitId, post: 'approver', person: 'q3', office }) as never
  const leave = { type: 'LeaveOffice', office: 'secretary', person: 'q3' } as const

  it('G7: an administrator appoints another person, never herself', () => {
    const own = { ...take(null), person: 'admin' }
    county.by(people.admin).when(own).isRefused({ type: 'InOwnFavour', person: 'admin', as: 'appointed' })
    county
      .by({ ...people.admin, person: 'admin2' })
      .when(own)
      .emits({ type: 'PostTaken', person: 'admin' })
    const twin = county.knowing(merged(['q3', 'admin']))
    twin.when(take(null)).isRefused({ type: 'InOwnFavour', person: 'admin', as: 'appointed' })
    twin.when({ ...take(null), person: 'q5' }).emits({ type: 'PostTaken', person: 'q5' })
  })

  it('are taken and left at a unit', () => {
    county.when(take(null)).emits({ type: 'PostTaken', unitId: V1, post: 'approver', person: 'q3' })
    const held = county.and(taken(V1, null))
    held.when(take(null)).isSilent()
    held.when(take('secretary')).isRefused({ type: 'SameIdOtherContent', id: 'q3' })
    held.when({ ...take(null), post: 'recorder' }).emits({ type: 'PostTaken', post: 'recorder', person: 'q3' })
    county.and(closing(V1)).when(take(null)).emits({ type: 'PostTaken', unitId: V1 })
    const leavePost = { type: 'LeavePost', unitId: V1, post: 'approver', person: 'q3' } as const
    held.when({ ...leavePost, post: 'recorder' }).isRefused({ type: 'PostNotHeld', post: 'recorder' })
    held.when(leavePost).emits({ type: 'PostLeft', unitId: V1, person: 'q3' })
    held
      .and({ type: 'PostLeft', unitId: V1, post: 'approver', person: 'q3' } as never)
      .when(leavePost)
      .isSilent()
    county.when(leavePost).isRefused({ type: 'PostNotHeld', unit: V1, person: 'q3' })
    county.when({ ...leavePost, unitId: 'V9' }).isRefused({ type: 'UnknownUnit', unit: 'V9' })
    county.and(closing(V1), closed(V1, T1)).when(take(null)).isRefused({ type: 'CommandNotAllowed', state: 'Closed' })
  })

  it('G4: are roles that exist; an event of before keeps the word that it has', () => {
    const aprover = { unitId: V1, post: 'aprover', person: 'q3' }
    for (const role of Object.values(roles)) expect(TakePost.is({ ...take(null), post: role })).toBe(true)
    expect(TakePost.is({ ...take(null), post: 'aprover' })).toBe(false)
    expect(LeavePost.is({ type: 'LeavePost', ...aprover })).toBe(false)
    expect(PostTaken.is({ type: 'PostTaken', ...aprover, office: null })).toBe(true)
    county
      .and({ type: 'PostTaken', ...aprover, office: null } as never)
      .when(take(null))
      .emits({ type: 'PostTaken', post: 'approver' })
  })

  it('G4: are given and ended by an administrator of the unit or above', () => {
    const held = county.and(taken(V1, null))
    const leavePost = { type: 'LeavePost', unitId: V1, post: 'approver', person: 'q3' } as const
    county.by(makeAdmin(T1)).when(take(null)).emits({ type: 'PostTaken' })
    county.by(makeAdmin(T2)).when(take(null)).isRefused({ type: 'OutsideJurisdiction', unit: V1 })
    held.by(makeAdmin(T1)).when(leavePost).emits({ type: 'PostLeft' })
    held.by(makeAdmin(T2)).when(leavePost).isRefused({ type: 'OutsideJurisdiction', unit: V1 })
    held
      .by({ ...people.approverV1, person: 'q3' })
      .when(leavePost)
      .isRefused({ type: 'NotAuthorised' })
  })

  it('G6: held ex officio end with the office, at every unit; others stay', () => {
    const held = county.and(taken(V1, 'secretary'), taken(V2, 'secretary'), taken(T1, null), taken(T2, 'other'))
    held.when(leave).emits({ type: 'OfficeLeft', office: 'secretary', person: 'q3' })
    const left = held.and({ type: 'OfficeLeft', office: 'secretary', person: 'q3' } as never)
    left.when(take(null)).emits({ type: 'PostTaken', unitId: V1 })
    left.when({ type: 'LeavePost', unitId: T1, post: 'approver', person: 'q3' }).emits({ type: 'PostLeft' })
    left.when({ type: 'LeavePost', unitId: T2, post: 'approver', person: 'q3' }).emits({ type: 'PostLeft' })
    left.when({ type: 'LeavePost', unitId: V2, post: 'approver', person: 'q3' }).isSilent()
    left.when(leave).isSilent()
    left.and(taken(V1, 'secretary')).when(leave).emits({ type: 'OfficeLeft' })
    left.when({ ...leave, person: 'q4' }).isRefused({ type: 'NotThere', id: 'secretary' })
    county.and(taken(T1, null)).when(leave).isRefused({ type: 'NotThere', id: 'secretary' })
  })

  it('G6: an office left by one holder is kept by another', () => {
    const next = { unitId: V1, post: 'approver', person: 'q4' } as const
    county
      .and(taken(V1, 'secretary'), { type: 'PostTaken', ...next, office: 'secretary' } as never)
      .and({ type: 'OfficeLeft', office: 'secretary', person: 'q3' } as never)
      .when({ type: 'LeavePost', ...next })
      .emits({ type: 'PostLeft', person: 'q4' })
  })

  it('G4, G6: an office is ended by an administrator of all units of its posts', () => {
    const held = county.and(taken(V1, 'secretary'), taken(V2, 'secretary'))
    held.by(makeAdmin(T1)).when(leave).isRefused({ type: 'OutsideJurisdiction', unit: V2 })
  })
})
