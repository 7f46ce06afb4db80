import { describe, it } from 'vitest'
import { stage } from '@zhiyuan/testing'
import { merged } from '../../people/humans/humans.fixture.ts'
import { people, timer } from '../../../fixtures/people.ts'
import { scene, world } from '../../../fixtures/world.ts'
import { commands, counting, elsewhere, leftOnWord, missingAt, pasts, ref } from './assignment.fixture.ts'
import { byCall, capturedOnWord, listedBefore } from './assignment.trial.fixture.ts'
import { assignment, assignmentStream } from './index.ts'

const instant = (time: string): string => `2020-04-22T${time}:00.000Z`
const given = stage(assignment, { ...world, ...counting }, { ...scene, actor: people.a })
const { CheckOut } = commands

describe('a volunteer who checked in herself, and left on another person’s word', () => {
  const went = {
    ...commands.CheckOutListed,
    at: instant('01:05'),
    told: { ...commands.CheckOutListed.told, toldAt: instant('01:06') },
  }
  const left = given(...leftOnWord)

  it('A12, A8: tells later that she leaves, and the word of the other is taken back: all of it is hers', () => {
    given(...pasts.Present)
      .by(timer)
      .at(instant('01:06'))
      .when(went)
      .emits({ type: 'CheckedOut', minutes: 5 })
    left
      .at(instant('03:10'))
      .when(CheckOut)
      .emits(
        { type: 'CheckOutTakenBack', ...ref, at: instant('01:05'), cameAt: instant('01:00'), attempt: 0 },
        { type: 'CheckedOut', minutes: 130, attempt: 1, told: null, toldBefore: null },
      )
    left
      .at(instant('15:30'))
      .occurring(instant('03:10'))
      .when(CheckOut)
      .emits({ type: 'CheckOutTakenBack' }, { type: 'PresenceCaptured', minutes: 130, attempt: 1 })
  })

  it('A12: by no one else, not before that instant, nor once the check-out would be missing', () => {
    left.by(people.b).at(instant('03:10')).when(CheckOut).isRefused({ type: 'NotTheVolunteer' })
    left.at(instant('01:10')).occurring(instant('01:04')).when(CheckOut).isRefused({ type: 'CommandNotAllowed' })
    left.at(missingAt).when(CheckOut).isRefused({ type: 'CheckOutIsMissingBy', missingAt })
    given(...pasts.Left)
      .at(instant('03:30'))
      .when(CheckOut)
      .isRefused({ type: 'CommandNotAllowed', state: 'Left' })
  })

  it('A12: one who came on another’s word too is heard all the same, and that part of it stays the other’s', () => {
    const [came] = given(...pasts.Cleared)
      .by(timer)
      .at(instant('01:05'))
      .when(commands.CheckInListed)
      .events()
    const listed = given(...pasts.Cleared, came as never)
    const [gone] = listed.by(timer).at(instant('01:06')).when(went).events()
    const { told: toldBefore } = commands.CheckInListed
    listed
      .and(gone as never)
      .at(instant('03:10'))
      .when(CheckOut)
      .emits({ type: 'CheckOutTakenBack' }, { type: 'CheckedOut', minutes: 130, told: null, toldBefore })
    given(...capturedOnWord)
      .at(instant('03:10'))
      .when(CheckOut)
      .emits({ type: 'CheckOutTakenBack' }, { type: 'CheckedOut', minutes: 130, attempt: 1, told: null })
  })

  it('A12: tells it later to a clerk, who types it for her: her own word too, and never as if by herself', () => {
    const call = { ...commands.CheckOutListed, told: byCall }
    const heard = [
      { type: 'CheckOutTakenBack' },
      { type: 'CheckedOut', minutes: 130, attempt: 1, told: byCall },
    ] as const
    for (const past of [leftOnWord, capturedOnWord])
      given(...past)
        .by(timer)
        .at(instant('03:12'))
        .when(call)
        .emits(...heard)
    left
      .knowing(merged(['a2', 'a']))
      .by(timer)
      .at(instant('03:12'))
      .when({ ...call, told: { ...byCall, caller: 'a2' } })
      .emits({ type: 'CheckOutTakenBack' }, { type: 'CheckedOut', minutes: 130 })
    left
      .by(timer)
      .at(instant('03:12'))
      .when({ ...call, told: { ...byCall, caller: 'b' } })
      .isSilent()
    given(...pasts.Present)
      .by(timer)
      .at(instant('15:30'))
      .when({ ...call, told: { ...byCall, toldAt: instant('15:30') } })
      .emits({ type: 'PresenceCaptured', minutes: 130 })
  })

  it('A12, A14: what a list tells late of her end changes nothing', () => {
    given(...pasts.Present)
      .by(timer)
      .at(instant('14:00'))
      .when({ ...went, told: { ...went.told, toldAt: instant('14:00') } })
      .isSilent()
  })
})

describe('a volunteer who came and left on another person’s word before the planned start', () => {
  const listed = given(...listedBefore)
  const back = {
    type: 'CheckOutTakenBack',
    at: '2020-04-21T23:05:00.000Z',
    cameAt: instant('01:00'),
    attempt: 0,
  } as const

  it('A12: checks in and out herself when she comes: all of it is hers, and nothing of the other’s word', () => {
    listed
      .at(instant('01:00'))
      .when(commands.CheckIn)
      .emits(back, { type: 'CheckedIn', at: instant('01:00'), missingAt, late: false, told: null })
    const events = listed.at(instant('01:00')).when(commands.CheckIn).events()
    given(...listedBefore, ...(events as never[]))
      .at(instant('03:10'))
      .when(CheckOut)
      .emits({ type: 'CheckedOut', minutes: 130, attempt: 1, told: null, toldBefore: null })
  })

  it('A12: or calls a clerk; another’s second word changes nothing', () => {
    const call = { ...commands.CheckInListed, told: { ...byCall, toldAt: instant('01:05') } }
    listed
      .by(timer)
      .at(instant('01:05'))
      .when(call)
      .emits(back, { type: 'CheckedIn', at: instant('01:00'), told: { caller: 'a' } })
    listed.by(timer).at(instant('01:05')).when(commands.CheckInListed).isSilent()
  })

  it('A12: not where they said so of the planned time: then her own check-out wins', () => {
    const [came, gone] = listedBefore.slice(-2)
    const segments = [{ start: instant('01:00'), end: instant('01:01') }]
    const during = given(
      ...pasts.Cleared,
      { ...came, at: instant('01:00') } as never,
      { ...gone, segments, minutes: 1, at: instant('01:01') } as never,
    )
    during.at(instant('01:02')).when(commands.CheckIn).isRefused({ type: 'CommandNotAllowed', state: 'Left' })
    during
      .at(instant('03:10'))
      .when(CheckOut)
      .emits({ type: 'CheckOutTakenBack' }, { type: 'CheckedOut', minutes: 130 })
    given(...pasts.Left)
      .at(instant('03:20'))
      .when(commands.CheckIn)
      .isRefused({ type: 'CommandNotAllowed', state: 'Left' })
  })
})

describe('a volunteer who is said to have come elsewhere', () => {
  const end = commands.EndPresence
  const there = (told: object | null) => {
    const keys = { occasion: elsewhere.occasion }
    const [opened, cleared, came] = pasts.Present
    const events = [opened, cleared, { ...came, told }].map((event) => ({ ...event, ...keys }))
    return { [assignmentStream(elsewhere as never)]: events } as never
  }
  const { told } = commands.CheckInListed
  const here = given(...pasts.Present)
    .by(timer)
    .at(instant('02:30'))

  it('A12, A16: by another’s word alone: the presence that she began herself goes on, also on a break', () => {
    here.knowing(there(told)).when(end).isSilent()
    given(...pasts.Paused)
      .by(timer)
      .at(instant('02:30'))
      .knowing(there(told))
      .when(end)
      .isSilent()
    here.knowing(there(null)).when(end).emits({ type: 'CheckOutMissing', elsewhere })
    here.knowing(there(byCall)).when(end).emits({ type: 'CheckOutMissing', elsewhere })
  })

  it('A16: a presence on another’s word is ended by another’s word', () => {
    const [opened, cleared, came] = pasts.Present
    given(opened as never, cleared as never, { ...came, told } as never)
      .by(timer)
      .at(instant('02:30'))
      .knowing(there(told))
      .when(end)
      .emits({ type: 'CheckOutMissing', elsewhere })
  })
})
