import { describe, expect, it } from 'vitest'
import * as E from 'fp-ts/lib/Either.js'
import { codec, defineHandler } from '@zhiyuan/kernel'
import {
  build,
  door,
  evolve,
  isBuilt,
  pasts,
  setting,
  type Door,
  type DoorCommand,
  type DoorEvent,
} from './door.fixture.ts'
import { holdsAlways } from './holds-always.ts'
import { evolveIsTotal, repeatsSayNothingNew, replayAgrees, survivesStorage } from './laws.ts'

const doorFolding = (fold: (state: Door, event: DoorEvent) => Door): typeof door => ({
  ...door,
  decider: { ...door.decider, fold: { ...door.decider.fold, evolve: fold } },
})
const doorDeciding = (handlers: Partial<(typeof door)['decider']['handlers']>): typeof door => ({
  ...door,
  decider: { ...door.decider, handlers: { ...door.decider.handlers, ...handlers } },
})
const pools = { DoorId: ['d'] }
const open = { type: 'OpenDoor', door: 'd' } as const

describe('the laws', () => {
  it('fail where a past that they begin with is misspelt, with its path', () => {
    const past = [{ ...isBuilt, height: 999 }]
    const misspelt = 'not an event of door: $[0].height wants Height'
    expect(() => evolveIsTotal(door, [past])).toThrow('$[0][0].height')
    expect(() => repeatsSayNothingNew(door, { ...setting, past }, [])).toThrow(misspelt)
    expect(() => holdsAlways(door, { ...setting, past }, {}, () => undefined)).toThrow(misspelt)
    const world = { 'door-b': past }
    expect(() => repeatsSayNothingNew(door, { ...setting, world }, [])).toThrow('$["door-b"][0].height')
  })
})

describe('survivesStorage', () => {
  it('holds of plain words', () => survivesStorage(door))

  it('fails where JSON loses content that the codec accepts', () => {
    const lossy = codec('Lossy', { kind: 'boolean' }, (u): u is DoorEvent => u !== null && u !== '')
    const event = Object.assign(lossy, { encode: () => null as never })
    expect(() => survivesStorage({ ...door, event })).toThrow(/not readable/)
  })

  it('fails where what comes back is another thing', () => {
    const event = Object.assign(Object.create(door.event) as typeof door.event, { encode: () => isBuilt as never })
    expect(() => survivesStorage({ ...door, event })).toThrow(/is another after storage/)
  })
})

describe('evolveIsTotal', () => {
  it('holds of a sound fold', () => evolveIsTotal(door, Object.values(pasts), pools))

  it('fails on a fold that throws in one state alone', () => {
    const broken = doorFolding((state, event) => {
      if (state.type === 'Rotten' && event.type === 'DoorClosed') throw new Error('rotten')
      return evolve(state, event)
    })
    expect(() => evolveIsTotal(broken, [pasts.Rotten], pools)).toThrow()
  })

  it('fails on a fold that forgets an event, and on one that changes the state before', () => {
    expect(() => evolveIsTotal(doorFolding(() => undefined as never))).toThrow(/leads to no state/)
    const meddling = doorFolding((state, event) => Object.assign(state, evolve(state, event)))
    expect(() => evolveIsTotal(meddling)).toThrow(/changes the state before/)
  })
})

describe('repeatsSayNothingNew', () => {
  const script = [{ command: build }, { command: open }]

  it('holds where repeats are no-ops or refused', () => repeatsSayNothingNew(door, setting, script))

  it('fails where the last command counts twice', () => {
    const twice = doorDeciding({
      OpenDoor: defineHandler<Door, DoorEvent, never>()<Extract<DoorCommand, { type: 'OpenDoor' }>>()({
        decide: (command) => () => E.right([{ type: 'DoorOpened', door: command.door }]),
      }),
    })
    expect(() => repeatsSayNothingNew(twice, setting, script)).toThrow(/OpenDoor again, after OpenDoor/)
  })

  it('fails where only an older command counts twice', () => {
    const rebuilt = doorDeciding({
      BuildDoor: defineHandler<Door, DoorEvent, never>()<Extract<DoorCommand, { type: 'BuildDoor' }>>()({
        decide:
          (command) =>
          ({ type }) =>
            E.right(type === 'Closed' ? [] : [{ ...command, type: 'DoorBuilt' }]),
      }),
    })
    expect(() => repeatsSayNothingNew(rebuilt, setting, script)).toThrow(/BuildDoor again, after OpenDoor/)
  })

  it('fails where a step of the script is refused, as the script is wrong then', () => {
    expect(() => repeatsSayNothingNew(door, setting, [{ command: open }])).toThrow(/OpenDoor is refused/)
  })
})

describe('replayAgrees', () => {
  it('holds of a sound fold, and fails on one that depends on object identity', () => {
    const events = pasts.Rotten as ReadonlyArray<DoorEvent>
    replayAgrees(door, events)
    const seen = new WeakSet<DoorEvent>()
    const minding = doorFolding((state, event) => {
      const known = seen.has(event)
      seen.add(event)
      return { ...evolve(state, event), times: state.times + (known ? 0 : 1) }
    })
    replayAgrees(minding, events)
    expect(() => replayAgrees(minding, events)).toThrow()
  })
})
