/** A fixture slice: a door that is built, opened, closed, and rots away by itself. The kit's own tests break it in single places. */
import type * as t from 'io-ts'
import * as E from 'fp-ts/lib/Either.js'
import {
  closed,
  commandNotAllowed,
  defineHandler,
  integer,
  list,
  literal,
  nullable,
  restoreByFirst,
  tableLifecycle,
  text,
  variants,
  type CommandNotAllowed,
  type Lifecycle,
  type RestoreTable,
  type Slice,
} from '@zhiyuan/kernel'
import type { Trial } from './walk.ts'

interface DoorIdBrand {
  readonly DoorId: unique symbol
}
const DoorId = text<DoorIdBrand>('DoorId', /^[a-z]{1,8}$/, 8)
interface HeightBrand {
  readonly Height: unique symbol
}
const Height = integer<HeightBrand>('Height', 1, 300)

const built = { door: DoorId, height: Height, colours: list(DoorId, 0, 3), sign: nullable(DoorId) }
export const DoorEvent = variants('DoorEvent', [
  closed({ type: literal('DoorBuilt'), ...built }),
  closed({ type: literal('DoorOpened'), door: DoorId }),
  closed({ type: literal('DoorClosed'), door: DoorId }),
  closed({ type: literal('DoorRotted'), door: DoorId }),
])
export type DoorEvent = t.TypeOf<typeof DoorEvent>
export const DoorCommand = variants('DoorCommand', [
  closed({ type: literal('BuildDoor'), ...built }),
  closed({ type: literal('OpenDoor'), door: DoorId }),
  closed({ type: literal('CloseDoor'), door: DoorId }),
  closed({ type: literal('RotDoor'), door: DoorId }),
])
export type DoorCommand = t.TypeOf<typeof DoorCommand>

export interface Door {
  readonly type: 'None' | 'Closed' | 'Open' | 'Rotten'
  readonly times: number
}
export type DoorRejection = CommandNotAllowed | { readonly type: 'NoDoor' }

export const evolve = (door: Door, event: DoorEvent): Door => {
  switch (event.type) {
    case 'DoorBuilt':
    case 'DoorClosed':
      return { ...door, type: 'Closed' }
    case 'DoorOpened':
      return { type: 'Open', times: door.times + 1 }
    case 'DoorRotted':
      return { ...door, type: 'Rotten' }
  }
}

const on = defineHandler<Door, DoorEvent, DoorRejection>()
type Of<K extends DoorCommand['type']> = Extract<DoorCommand, { readonly type: K }>

export const doorTable: Lifecycle<Door['type'], DoorCommand['type']> = {
  initial: 'None',
  final: ['Rotten'],
  resting: [],
  repeats: ['BuildDoor', 'OpenDoor'],
  transitions: [
    { from: 'None', command: 'BuildDoor', to: ['Closed'], by: 'person' },
    { from: 'Closed', command: 'OpenDoor', to: ['Open'], by: 'person' },
    { from: 'Open', command: 'CloseDoor', to: ['Closed'], by: 'person' },
    { from: 'Closed', command: 'RotDoor', to: ['Rotten'], by: 'timer' },
    { from: 'Open', command: 'RotDoor', to: ['Rotten'], by: 'timer' },
  ],
  notBuilt: [],
}

export const restored: RestoreTable<DoorCommand, DoorEvent> = {
  DoorBuilt: (event) => ({ ...event, type: 'BuildDoor' }),
  DoorOpened: ({ door }) => ({ type: 'OpenDoor', door }),
  DoorClosed: ({ door }) => ({ type: 'CloseDoor', door }),
  DoorRotted: ({ door }) => ({ type: 'RotDoor', door }),
}

export const door: Slice<DoorCommand, Door, DoorEvent, DoorRejection> = {
  name: 'door',
  command: DoorCommand,
  event: DoorEvent,
  lifecycle: tableLifecycle(doorTable, ({ type }) => type),
  restoreCommand: restoreByFirst(restored),
  decider: {
    stream: (command) => `door-${command.door}`,
    fold: { initial: { type: 'None', times: 0 }, evolve },
    handlers: {
      BuildDoor: on<Of<'BuildDoor'>>()({
        decide:
          ({ door, height, colours, sign }) =>
          ({ type }) =>
            E.right(type === 'None' ? [{ type: 'DoorBuilt', door, height, colours, sign }] : []),
      }),
      OpenDoor: on<Of<'OpenDoor'>>()({
        decide:
          ({ type, door }) =>
          (state) => {
            if (state.type === 'Open') return E.right([])
            return state.type === 'Closed'
              ? E.right([{ type: 'DoorOpened', door }])
              : E.left(commandNotAllowed(state.type, type))
          },
      }),
      CloseDoor: on<Of<'CloseDoor'>>()({
        decide:
          ({ type, door }) =>
          (state) =>
            state.type === 'Open'
              ? E.right([{ type: 'DoorClosed', door }])
              : E.left(commandNotAllowed(state.type, type)),
      }),
      RotDoor: on<Of<'RotDoor'>>()({
        decide:
          ({ door }) =>
          ({ type }) =>
            E.right(type === 'Closed' || type === 'Open' ? [{ type: 'DoorRotted', door }] : []),
      }),
    },
  },
}

export const setting = {
  world: {},
  scene: {
    slices: [door],
    jurisdiction: 'toys',
    now: '2020-04-20T01:00:00.000Z',
    actor: { type: 'person', person: 'ada', role: 'keeper', unit: 'house' },
  },
} as const
const clock = { type: 'process', process: 'timer', cause: 'e.0' } as const

export const build = { type: 'BuildDoor', door: 'd', height: 200, colours: ['red'], sign: null } as const
export const isBuilt = { ...build, type: 'DoorBuilt' } as const
export const pasts: Readonly<Record<Door['type'], Trial<DoorCommand>['past']>> = {
  None: [],
  Closed: [isBuilt],
  Open: [isBuilt, { type: 'DoorOpened', door: 'd' }],
  Rotten: [isBuilt, { type: 'DoorOpened', door: 'd' }, { type: 'DoorRotted', door: 'd' }],
}

export const samples = (state: Door['type'], command: DoorCommand['type']): Trial<DoorCommand> => ({
  past: pasts[state],
  command: command === 'BuildDoor' ? build : { type: command, door: 'd' },
  now: setting.scene.now,
  actor: command === 'RotDoor' ? clock : setting.scene.actor,
})
