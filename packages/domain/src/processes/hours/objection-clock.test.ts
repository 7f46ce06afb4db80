import { describe, expect, it } from 'vitest'
import { startLoop } from '@zhiyuan/testing'
import { people } from '../../fixtures/people.ts'
import { scene, world } from '../../fixtures/world.ts'
import { record } from '../../exports/hours.ts'
import { commands, instant, submitted, withSecondLook } from '../../slices/hours/record/record.fixture.ts'
import { objectionClock } from './objection-clock.ts'

const answer = { ...commands.ClearHold, holdId: 'objection:e' }

/** The answer and the timer meet at the end of the term: the other side writes before the timer's command is delivered. */
describe('the answer and the end of its term', () => {
  const start = () =>
    startLoop({
      slices: [record],
      processes: [objectionClock],
      world: {
        ...world,
        ...withSecondLook,
        'record-e': [submitted('R5', { recordedAt: instant('04-30 01:00') })],
      } as never,
      scene: { ...scene, now: instant('04-30 02:00') },
    })
  const list = (loop: ReturnType<typeof start>) => loop.events('record-e').map(({ type }) => type)
  const told = ['RecordSubmitted', 'RecordObjected', 'RecordHeld']

  it('H22: with no answer the timer alone says that it is overdue', () => {
    const loop = start()
    loop.does(people.e, commands.ObjectToRecord)
    loop.restUntil('2020-06-30T00:00:00.000Z')
    expect(list(loop)).toEqual([...told, 'ObjectionOverdue'])
    expect(loop.refused()).toEqual([])
  })

  it('H22: an answer that is written after the timer answers what is overdue', () => {
    const loop = start()
    loop.does(people.e, commands.ObjectToRecord)
    loop.restUntil('2020-05-18T16:00:00.000Z')
    loop.does(people.approverV2, answer)
    loop.restUntil('2020-06-30T00:00:00.000Z')
    expect(list(loop)).toEqual([...told, 'ObjectionOverdue', 'HoldCleared'])
  })

  it('H22: an answer that is written first leaves the timer nothing', () => {
    const loop = start()
    loop.does(people.e, commands.ObjectToRecord)
    loop.does(people.approverV2, answer)
    loop.restUntil('2020-06-30T00:00:00.000Z')
    expect(list(loop)).toEqual([...told, 'HoldCleared'])
    expect(loop.refused()).toEqual([])
  })
})
