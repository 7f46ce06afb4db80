import { describe, expect, it } from 'vitest'
import { startLoop } from '@zhiyuan/testing'
import { people } from '../../fixtures/people.ts'
import { changePolicy, scene, world } from '../../fixtures/world.ts'
import { assignment } from '../../slices/attendance/assignment/index.ts'
import { headCount, type HeadCountState } from '../../slices/attendance/head-count/index.ts'
import { planned } from '../../slices/attendance/head-count/head-count.fixture.ts'
import { rollCall } from '../../slices/attendance/roll-call/index.ts'
import { roll, start } from '../../slices/attendance/roll-call/roll-call.fixture.ts'
import { rollCalls } from './roll-calls.ts'

const days = changePolicy('2020-04-01', { attendance: { told: 15, capture: { days: 3 } } })
const startCounty = () =>
  startLoop({
    slices: [rollCall, headCount, assignment],
    processes: [rollCalls],
    world: { ...world, ...planned, ...days },
    scene: { ...scene, now: start },
  })
const typed = { type: 'CallRoll', ...roll, caller: 'b' } as const
const readCounts = (loop: ReturnType<typeof startCounty>) => loop.state(headCount, 'headcount-o.O1.1') as HeadCountState

describe('a roll call', () => {
  it('A12, H12: tells a head count under the caller’s name, and is a list beside it', () => {
    const loop = startCounty()
    loop.does(people.clerkV1, typed)
    expect(readCounts(loop)).toMatchObject({
      told: [{ count: 2, by: 'k1', caller: 'b', rollCallId: 'call1', day: '2020-04-22' }],
      lists: [{ listId: 'roll.call1', hands: ['k1', 'b'], people: ['a'], day: '2020-04-22' }],
    })
  })

  it('H12: that reaches the log on another day tells no head count of the day', () => {
    const loop = startCounty()
    loop.at('2020-04-23T01:00:00.000Z')
    expect(loop.send(people.clerkV1, typed, start)).toMatchObject({ _tag: 'Right' })
    loop.rest()
    expect(readCounts(loop)).toMatchObject({ told: [], lists: [{ day: '2020-04-22' }] })
  })

  it('A12: of who left tells neither', () => {
    const loop = startCounty()
    loop.does(people.clerkV1, { ...typed, phase: 'left' })
    expect(readCounts(loop)).toMatchObject({ told: [], lists: [] })
  })
})
