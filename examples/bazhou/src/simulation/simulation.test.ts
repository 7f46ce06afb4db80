import { describe, expect, it } from 'vitest'
import type { Instant } from '@zhiyuan/kernel'
import { administrator } from '../world/people.ts'
import { agenda, type Deed, type Slot } from './agenda.ts'
import { seededDraws } from './chance.ts'
import { beijingTime, nextMorning, ticks } from './hours.ts'

const at = (time: string): Instant => `2020-04-${time}:00.000Z` as Instant
const deed = (time: string, lane: string, name: string): Deed => ({
  at: at(time),
  by: administrator,
  lane,
  command: { type: 'Dispatch', orderId: name },
})
const presence = (time: string, lane: string, name: string): Deed => ({
  ...deed(time, lane, name),
  occurredAt: at(time),
})
const names = (slots: ReadonlyArray<Slot>) =>
  slots.map(({ at: end, rounds }) => [
    end.slice(11, 16),
    ...rounds.map((round) => round.map(({ command }) => 'orderId' in command && command.orderId).join(' ')),
  ])

describe('the agenda', () => {
  it('A14: has a presence told within ten minutes, what came before with it, and the rest when it is asked', () => {
    const list = agenda()
    const tapped = presence('20T00:58', 'a', 'tap')
    for (const one of [deed('20T03:00', 'a', 'third'), tapped, deed('20T01:00', 'b', 'other')]) list.plan(one)
    for (const one of [deed('20T00:20', 'c', 'early'), deed('20T01:30', 'd', 'next'), deed('21T01:00', 'a', 'later')])
      list.plan(one)
    expect(names(list.due(at('20T03:00')))).toEqual([
      ['01:00', 'early tap other'],
      ['03:00', 'next third'],
    ])
    expect(names(list.due(at('20T23:00')))).toEqual([])
    expect(list.size()).toBe(1)
  })

  it('hands out each lane in order, one deed of a lane at a time', () => {
    const list = agenda()
    for (const [time, lane, name] of [
      ['20T01:00', 'a', 'second'],
      ['20T00:58', 'a', 'first'],
      ['20T01:00', 'b', 'other'],
    ] as const)
      list.plan(deed(time, lane, name))
    expect(names(list.due(at('20T03:00')))).toEqual([['03:00', 'first other', 'second']])
  })
})

describe('chance', () => {
  it('draws the same for the same seed and words, in any order', () => {
    const one = seededDraws('seed')
    const two = seededDraws('seed')
    const forward = ['a', 'b', 'c'].map((word) => one.draw(word))
    const backward = ['c', 'b', 'a'].map((word) => two.draw(word)).reverse()
    expect(backward).toEqual(forward)
    expect(seededDraws('other').draw('a')).not.toBe(forward[0])
  })

  it('stays within its bounds', () => {
    const chance = seededDraws('bounds')
    const draws = Array.from({ length: 200 }, (_, i) => chance.between(2, 5, i))
    expect(Math.min(...draws)).toBe(2)
    expect(Math.max(...draws)).toBe(5)
  })
})

describe('Beijing’s hours', () => {
  it('are eight hours ahead, in any time zone of the machine', () => {
    expect(beijingTime(at('20T20:00'), 0, 8)).toBe('2020-04-21T00:00:00.000Z')
    expect(nextMorning(at('19T23:30'))).toBe(at('20T00:00'))
    expect(nextMorning(at('20T04:00'))).toBe('2020-04-21T00:00:00.000Z')
  })

  it('tick three times a day', () => {
    expect([...ticks(at('19T16:00'), at('20T16:00'))]).toEqual([at('20T00:00'), at('20T03:00'), at('20T10:00')])
  })
})
