import { describe, expect, it } from 'vitest'
import * as E from 'fp-ts/lib/Either.js'
import { commandNotAllowed, decideCommand, defineHandler, type Moment } from '@zhiyuan/kernel'
import {
  build,
  door,
  doorTable,
  pasts,
  samples,
  type Door,
  type DoorCommand,
  type DoorEvent,
  type DoorRejection,
} from './door.fixture.ts'
import { historyLoader } from './given.ts'
import { walkLifecycle, type Walked } from './walk.ts'

const whole: Walked<DoorCommand, Door, DoorEvent, DoorRejection, Door['type']> = {
  slice: door,
  table: doorTable,
  samples,
  nameState: ({ type }) => type,
  world: {},
  slices: [door],
  jurisdiction: 'toys',
}
const moment = {} as Moment
const doorClosing = (decide: (state: Door) => E.Either<DoorRejection, ReadonlyArray<DoorEvent>>): typeof door => ({
  ...door,
  decider: {
    ...door.decider,
    handlers: {
      ...door.decider.handlers,
      CloseDoor: defineHandler<Door, DoorEvent, DoorRejection>()<Extract<DoorCommand, { type: 'CloseDoor' }>>()({
        decide: () => decide,
      }),
    },
  },
})
const tableWithout = (index: number): typeof doorTable => ({
  ...doorTable,
  transitions: doorTable.transitions.filter((_, at) => at !== index),
})

describe('a walk through a lifecycle table', () => {
  it('finds nothing wrong with a sound slice', () => {
    expect(walkLifecycle(whole)).toEqual([])
  })

  it('finds a transition that the table does not list, and a state that is never reached for it', () => {
    expect(walkLifecycle({ ...whole, table: tableWithout(1) })).toEqual([
      'Open is never reached',
      'Closed, OpenDoor: is not listed, but leads to Open',
    ])
  })

  it('finds a listed transition that is refused, is silent, or leads elsewhere', () => {
    const refusing = doorClosing(() => E.left(commandNotAllowed('Open', 'CloseDoor')))
    expect(walkLifecycle({ ...whole, slice: refusing })).toContainEqual(
      expect.stringMatching(/^Open, CloseDoor: is listed, but refused/),
    )
    expect(walkLifecycle({ ...whole, slice: doorClosing(() => E.right([])) })).toContain(
      'Open, CloseDoor: is listed, but silent',
    )
    const rotting = doorClosing(() => E.right([{ type: 'DoorRotted', door: 'd' } as DoorEvent]))
    expect(walkLifecycle({ ...whole, slice: rotting })).toContain('Open, CloseDoor: leads to Rotten')
  })

  it('finds a refusal that names another state, or has another name', () => {
    const misnaming = doorClosing(() => E.left(commandNotAllowed('Ajar', 'CloseDoor')))
    expect(walkLifecycle({ ...whole, slice: misnaming })).toContainEqual(
      expect.stringMatching(/^Closed, CloseDoor: is refused by another name/),
    )
    const nameless = doorClosing(({ type }) =>
      type === 'None'
        ? E.left({ type: 'NoDoor' })
        : decideCommand(door.decider, historyLoader({}))(
            { type, times: 0 },
            { type: 'CloseDoor', door: 'd' } as never,
            moment,
          ),
    )
    expect(walkLifecycle({ ...whole, slice: nameless })).toHaveLength(1)
    expect(walkLifecycle({ ...whole, slice: nameless, otherwise: { None: ['NoDoor'] } })).toEqual([])
    expect(walkLifecycle({ ...whole, slice: nameless, otherwise: { Open: ['NoDoor'] } })).toHaveLength(1)
  })

  it('finds a no-op that is neither a timer nor a repeat', () => {
    const another = (state: Door['type'], command: DoorCommand['type']) => ({
      ...samples(state, command),
      ...(command === 'BuildDoor' && state !== 'None' && { command: { ...build, height: 100 } }),
    })
    expect(walkLifecycle({ ...whole, samples: another })).toEqual(
      ['Closed', 'Open', 'Rotten'].map((state) => `${state}, BuildDoor: is silent, but neither a clock nor a repeat`),
    )
  })

  it('finds a command that repeats though it names something new', () => {
    const table = { ...doorTable, repeats: ['OpenDoor'] as const }
    expect(walkLifecycle({ ...whole, table })).toEqual(
      ['Closed', 'Open', 'Rotten'].map((state) => `${state}, BuildDoor: is silent, but names something new`),
    )
  })

  it('finds a state that rests though a timer acts in it, or though it has no exit', () => {
    const resting = ['Closed'] as const
    expect(walkLifecycle({ ...whole, table: { ...doorTable, resting } })).toEqual([
      'Closed rests, and has an exit by a timer or none',
    ])
    const openForGood = {
      ...tableWithout(4),
      transitions: tableWithout(4).transitions.filter(({ from }) => from !== 'Open'),
    }
    expect(walkLifecycle({ ...whole, table: { ...openForGood, resting: ['Open'] as const } })).toContain(
      'Open rests, and has an exit by a timer or none',
    )
    expect(walkLifecycle({ ...whole, table: { ...tableWithout(4), resting: ['Open'] as const } })).toEqual([
      'Open, RotDoor: is not listed, but leads to Rotten',
    ])
  })

  it('finds a state that waits without an exit by a timer, a process or a unit', () => {
    expect(walkLifecycle({ ...whole, table: tableWithout(4) })).toEqual([
      'Open waits without an exit by a timer, a process or a unit',
      'Open, RotDoor: is not listed, but leads to Rotten',
    ])
  })

  it('finds a final state with an exit, and a command that there is not', () => {
    const table = { ...doorTable, final: ['Rotten', 'Open'] as const }
    expect(walkLifecycle({ ...whole, table })).toContain('Open is final and has an exit')
    const slice = { ...door, command: door.event as never }
    expect(
      walkLifecycle({
        ...whole,
        slice,
        table: { ...doorTable, transitions: [] },
        samples: () => samples('None', 'BuildDoor'),
      }),
    ).toContain('Rotten is never reached')
  })

  it('finds a sample that leads elsewhere or sends another command', () => {
    const lost = {
      ...whole,
      samples: (_state: Door['type'], command: DoorCommand['type']) => ({
        ...samples('None', command),
        past: pasts.None,
      }),
    }
    expect(walkLifecycle(lost)).toContain("Open, CloseDoor: the sample's past leads to None")
    const mute = { ...whole, samples: (state: Door['type']) => samples(state, 'BuildDoor') }
    expect(walkLifecycle(mute)).toContain('Open, CloseDoor: the sample sends BuildDoor')
  })
})
