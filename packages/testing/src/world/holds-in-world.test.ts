import { describe, expect, it } from 'vitest'
import { plusHours, sendLater, stateless, type Typed } from '@zhiyuan/kernel'
import { door, type DoorEvent } from '../door.fixture.ts'
import { startLoop } from '../loop.ts'
import type { ActingWorld, SceneKind } from './acting-world.ts'
import { holdsInWorld, type WorldHolding } from './holds-in-world.ts'
import type { WorldLaw } from './watch-world.ts'

const keeper = { type: 'person', person: 'k', role: 'keeper', unit: 'u' } as const
const rotting = stateless<DoorEvent, Typed>('rotting', ({ data, recordedAt }) =>
  data.type === 'DoorBuilt' ? [sendLater(plusHours(recordedAt, 1), { type: 'RotDoor', door: data.door } as Typed)] : [],
)
const build = (id: string) => ({ type: 'BuildDoor', door: id, height: 200, colours: [], sign: null }) as const
const nameDoor = (id: string): string => [...id].map((digit) => 'abcdefghij'[Number(digit)]).join('')
const used: SceneKind = {
  name: 'used',
  write: ({ id, now, pick }) => [
    { actor: keeper, command: build(nameDoor(id)) },
    { actor: keeper, command: { type: 'OpenDoor', door: nameDoor(id) } },
    { until: plusHours(now as Parameters<typeof plusHours>[0], pick([0, 2])) },
    { actor: keeper, command: { type: 'CloseDoor', door: nameDoor(id) } },
  ],
}
const world: ActingWorld = {
  slices: [door],
  processes: [rotting],
  scene: { slices: [door], jurisdiction: 'j', now: '2020-04-20T00:00:00.000Z' },
  setUp: [{ actor: keeper, command: build('setup') }],
  scenes: [used],
  strangers: [],
}
const fine: WorldLaw = { name: 'nothing is asked', watch: () => ({}) }
const noRot: WorldLaw = {
  name: 'no door rots',
  watch: (loop) => ({
    rested: () => {
      if (loop.log().some(({ type }) => type === 'DoorRotted')) throw new Error('one has rotted')
    },
  }),
}
const holding: WorldHolding = { numRuns: 5, turns: 20, seed: 1 }
const hold = (more: Partial<ActingWorld> = {}, laws = [fine], how: WorldHolding = {}) =>
  holdsInWorld({ ...world, ...more }, laws, { ...holding, ...how })
const tell = (...asked: Parameters<typeof hold>): string => {
  try {
    hold(...asked)
    return 'held'
  } catch (error) {
    return String(error)
  }
}

describe('laws over histories of a world', () => {
  it('count what happens after the set-up, and repeat it for the same seed', () => {
    const depth = hold()
    expect(depth).toEqual(hold())
    expect(depth.events['DoorRotted']).toBeGreaterThan(0)
    expect(tell({ scenes: [used] }, [fine], { numRuns: 1, turns: 1, atLeast: { DoorBuilt: 2 } })).toContain(
      'DoorBuilt 1 times, fewer than 2',
    )
  })

  it('tell what timers did, in English and in Chinese', () => {
    const story = tell({}, [noRot])
    expect(story).toContain('a law of the world does not hold: run 1, seed 1')
    expect(story).toContain('process rotting (after DoorBuilt) did RotDoor')
    expect(story).toContain('what broke: no door rots: one has rotted')
    expect(story.split('\n').length).toBeLessThanOrEqual(4)
    expect(tell({}, [noRot], { locale: 'zh' })).toContain('规律不成立：第 1 次，种子 seed 1')
  })

  it('shorten what breaks one law, though a shorter history breaks another', () => {
    const busy: WorldLaw = {
      name: 'no door rots',
      watch: (loop) => ({
        ended: () => {
          if (loop.log().length < 3) throw new Error('hardly anything happened')
        },
      }),
    }
    expect(tell({}, [noRot, busy])).toContain('what broke: no door rots: one has rotted')
  })

  it.each<[string, Partial<ActingWorld>, ReadonlyArray<WorldLaw>, WorldHolding]>([
    ['the world has no scenes', { scenes: [] }, [fine], {}],
    ['there is no law', {}, [], {}],
    ['turns is 0', {}, [fine], { turns: 0 }],
    ['numRuns is NaN', {}, [fine], { numRuns: NaN }],
    ['0 deeds are accepted', { scenes: [{ name: 'idle', write: () => [null] }] }, [fine], {}],
    ['it answers false', {}, [{ name: 'wrong', watch: () => ({ rested: () => false }) }], {}],
    // The mistake itself: a law that answers later.
    // eslint-disable-next-line @typescript-eslint/no-misused-promises
    ['it answers a promise', {}, [{ name: 'late', watch: () => ({ done: () => Promise.resolve() }) }], {}],
  ])('do not pass where nothing is tested: %s', (why, more, laws, how) => {
    expect(tell(more, [...laws], how)).toContain(why)
  })

  it.each<[string, SceneKind]>([
    [
      'scene torn: boom',
      {
        name: 'torn',
        write: () => {
          throw new Error('boom')
        },
      },
    ],
    ['scene lost: nothing to pick from', { name: 'lost', write: ({ pick }) => [pick([])] }],
    ['scene idle: not an instant', { name: 'idle', write: () => [{ until: 'tomorrow' }] }],
    ['no slice takes OpenDor', { name: 'misspelt', write: () => [{ actor: keeper, command: { type: 'OpenDor' } }] }],
    ['the scenes only wait', { name: 'waits', write: ({ now }) => [{ until: now }] }],
  ])('name a mistake as one: %s', (why, scene) => {
    const told = tell({ scenes: [scene] })
    expect(told).toContain('a history cannot be played')
    expect(told).toContain(why)
  })

  it('are not asked of two slices or processes of one name', () => {
    const { scene } = world
    const start = (more: object) => () => startLoop({ slices: [door], processes: [], world: {}, scene, ...more })
    expect(start({ slices: [door, door] })).toThrow('two slices are called door')
    expect(start({ processes: [rotting, rotting] })).toThrow('two processes are called rotting')
  })
})
