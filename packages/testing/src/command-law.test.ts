import { describe, expect, it } from 'vitest'
import * as E from 'fp-ts/lib/Either.js'
import { defineHandler, restoreByFirst, type RestoreTable } from '@zhiyuan/kernel'
import { givesCommandsBack } from './command-law.ts'
import {
  door,
  doorTable,
  samples,
  setting,
  type Door,
  type DoorCommand,
  type DoorEvent,
  type DoorRejection,
} from './door.toy.ts'

const table: RestoreTable<DoorCommand, DoorEvent> = {
  DoorBuilt: (event) => ({ ...event, type: 'BuildDoor' }),
  DoorOpened: ({ door }) => ({ type: 'OpenDoor', door }),
  DoorClosed: ({ door }) => ({ type: 'CloseDoor', door }),
  DoorRotted: ({ door }) => ({ type: 'RotDoor', door }),
}
const restoring = (others: Partial<typeof table>): typeof door => ({
  ...door,
  commandOf: restoreByFirst<DoorCommand, DoorEvent>({ ...table, ...others }),
})

const accepted = doorTable.transitions.map(({ from, command: type }) => {
  const { past, command, now, actor } = samples(from, type)
  return { setting: { ...setting, past, scene: { ...setting.scene, now, actor } }, command }
})

describe('givesCommandsBack', () => {
  it('holds where events keep what was said', () => givesCommandsBack(restoring({}), accepted))

  it('fails where an event loses a field that is hardly ever said', () => {
    const lossy = restoring({ DoorBuilt: (event) => ({ ...event, type: 'BuildDoor', sign: null }) })
    expect(() => givesCommandsBack(lossy, accepted)).toThrow(/BuildDoor, from its events/)
  })

  it('fails where another command comes back, or none', () => {
    const mistaken = restoring({ DoorClosed: ({ door }) => ({ type: 'RotDoor', door }) })
    expect(() => givesCommandsBack(mistaken, accepted)).toThrow(/CloseDoor, from its events/)
    expect(() => givesCommandsBack(restoring({ DoorRotted: null }), accepted)).toThrow(/RotDoor, from its events/)
  })

  it('fails where a type of command was not given, or is hardly ever accepted', () => {
    const given = accepted.filter(({ command }) => command.type !== 'CloseDoor')
    expect(() => givesCommandsBack(restoring({}), given)).toThrow(/CloseDoor, times given/)
    const refusing = defineHandler<Door, DoorEvent, DoorRejection>()<
      Extract<DoorCommand, { readonly type: 'OpenDoor' }>
    >()({ decide: () => () => E.left({ type: 'NoDoor' }) })
    const { decider } = door
    const stuck = { ...restoring({}), decider: { ...decider, handlers: { ...decider.handlers, OpenDoor: refusing } } }
    expect(() => givesCommandsBack(stuck, accepted)).toThrow(/OpenDoor, times accepted/)
  })

  it('fails where the slice gives no command back', () => {
    expect(() => givesCommandsBack(door, accepted)).toThrow(/door gives no command back/)
  })
})
