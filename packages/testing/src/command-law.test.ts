import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import * as E from 'fp-ts/lib/Either.js'
import { canonicalJson, defineHandler, restoreByFirst, type CommandDigest } from '@zhiyuan/kernel'
import { givesCommandsBack } from './command-law.ts'
import {
  build,
  door,
  doorTable,
  isBuilt,
  restored,
  samples,
  setting,
  type Door,
  type DoorCommand,
  type DoorEvent,
  type DoorRejection,
} from './door.fixture.ts'
import { buildLog } from './log.ts'
import { restoreCommands } from './restored-commands.ts'

const doorRestoring = (others: Partial<typeof restored>): typeof door => ({
  ...door,
  restoreCommand: restoreByFirst<DoorCommand, DoorEvent>({ ...restored, ...others }),
})

const accepted = doorTable.transitions.map((transition) => {
  const { past, command, now, actor } = samples(transition.from, transition.command)
  return { setting: { ...setting, past, scene: { ...setting.scene, now, actor } }, command }
})

describe('givesCommandsBack', () => {
  it('holds where events keep what was said', () => givesCommandsBack(door, accepted))

  it('fails where an event loses a field that is hardly ever said', () => {
    const lossy = doorRestoring({ DoorBuilt: (event) => ({ ...event, type: 'BuildDoor', sign: null }) })
    expect(() => givesCommandsBack(lossy, accepted)).toThrow(/BuildDoor, from its events/)
  })

  it('fails where another command comes back, or none', () => {
    const mistaken = doorRestoring({ DoorClosed: (closed) => ({ type: 'RotDoor', door: closed.door }) })
    expect(() => givesCommandsBack(mistaken, accepted)).toThrow(/CloseDoor, from its events/)
    expect(() => givesCommandsBack(doorRestoring({ DoorRotted: null }), accepted)).toThrow(/RotDoor, from its events/)
  })

  it('fails where a type of command was not given, or is hardly ever accepted', () => {
    const given = accepted.filter(({ command }) => command.type !== 'CloseDoor')
    expect(() => givesCommandsBack(door, given)).toThrow(/CloseDoor is not given/)
    const refusing = defineHandler<Door, DoorEvent, DoorRejection>()<
      Extract<DoorCommand, { readonly type: 'OpenDoor' }>
    >()({ decide: () => () => E.left({ type: 'NoDoor' }) })
    const { decider } = door
    const stuck = { ...door, decider: { ...decider, handlers: { ...decider.handlers, OpenDoor: refusing } } }
    expect(() => givesCommandsBack(stuck, accepted)).toThrow(/OpenDoor is accepted/)
  })
})

describe('restoreCommands', () => {
  const at = setting.scene.now
  const by = setting.scene.actor
  const digestWords = (command: object): CommandDigest =>
    createHash('sha256')
      .update(E.getOrElse(() => '')(canonicalJson(command)))
      .digest('hex') as CommandDigest
  const log = buildLog([door], [{ at, by, event: isBuilt }])

  it('counts the commands that come back with the digest on their envelopes, as a test’s log has it', () => {
    expect(log.map(({ command }) => command)).toEqual([digestWords(build)])
    expect(restoreCommands([door], log)).toEqual({ commands: new Map([['BuildDoor', 1]]), faults: [] })
  })

  it('reports a decision whose restored command is another than was sent', () => {
    const other = { ...build, height: 100 }
    const kept = log.map((event) => ({ ...event, command: digestWords(other) }))
    expect(restoreCommands([door], kept).faults).toEqual([
      `event-0, DoorBuilt: its envelope has the digest ${digestWords(other)}; ` +
        `that of ${JSON.stringify({ ...isBuilt, type: 'BuildDoor' })} is ${digestWords(build)}`,
    ])
  })

  it('says that no command comes back: an event that only follows another has zeros for a digest', () => {
    const restoring = doorRestoring({ DoorOpened: null })
    const opened = buildLog([restoring], [{ at, by, event: { type: 'DoorOpened', door: 'd' } }])
    expect(opened.map(({ command }) => command)).toEqual(['0'.repeat(64)])
    expect(restoreCommands([restoring], opened).faults).toEqual([
      'event-0, DoorOpened: restoreCommand makes no command of it',
    ])
  })

  it('says that no slice of the name was given', () => {
    expect(restoreCommands([], log).faults).toEqual(['event-0, DoorBuilt: no slice door was given'])
  })
})
