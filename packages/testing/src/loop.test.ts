import { describe, expect, it } from 'vitest'
import * as E from 'fp-ts/lib/Either.js'
import { defineHandler, plusHours, send, sendLater, stateless, type Typed } from '@zhiyuan/kernel'
import { door, type Door, type DoorCommand, type DoorEvent } from './door.fixture.ts'
import { startLoop, type Loop } from './loop.ts'
import { restoreCommands } from './restored-commands.ts'

const keeper = { type: 'person', person: 'k', role: 'keeper', unit: 'u' } as const
const build = (id: string) => ({ type: 'BuildDoor', door: id, height: 200, colours: [], sign: null }) as const
const open = (id: string) => ({ type: 'OpenDoor', door: id }) as const

/** A process that opens every door that is built. */
const opening = stateless<DoorEvent, Typed>('opening', ({ data }) =>
  data.type === 'DoorBuilt' ? [send({ type: 'OpenDoor', door: data.door } as Typed)] : [],
)
/** A door rots an hour after it was built. */
const rotting = stateless<DoorEvent, Typed>('rotting', ({ data, recordedAt }) =>
  data.type === 'DoorBuilt' ? [sendLater(plusHours(recordedAt, 1), { type: 'RotDoor', door: data.door } as Typed)] : [],
)
const scene = { slices: [door], jurisdiction: 'j', now: '2020-04-20T00:00:00.000Z' } as const
const startTestLoop = (world = {}): Loop<DoorCommand> =>
  startLoop({ slices: [door], processes: [opening, rotting], world, scene })
const types = (loop: Loop<DoorCommand>, id: string): ReadonlyArray<string> =>
  loop.events(`door-${id}`).map(({ type }) => type)

/** A door that is open when it is built: one command, two events. */
const twice = {
  ...door,
  decider: {
    ...door.decider,
    handlers: {
      ...door.decider.handlers,
      BuildDoor: defineHandler<Door, DoorEvent, never>()<Extract<DoorCommand, { type: 'BuildDoor' }>>()({
        decide: (command) => () =>
          E.right([
            { ...command, type: 'DoorBuilt' },
            { type: 'DoorOpened', door: command.door },
          ]),
      }),
    },
  },
}

describe('a loop', () => {
  it('does nothing by itself until it is told to', () => {
    const loop = startTestLoop()
    loop.send(keeper, build('a'))
    expect(types(loop, 'a')).toEqual(['DoorBuilt'])
    expect(loop.waiting().map(({ command }) => command)).toEqual([open('a')])
    loop.rest()
    expect(types(loop, 'a')).toEqual(['DoorBuilt', 'DoorOpened'])
    expect(loop.waiting()).toEqual([])
  })

  it('does what waits in the order that the test picks', () => {
    const order = (pick: 'oldest' | 'newest'): ReadonlyArray<string> => {
      const loop = startTestLoop()
      loop.send(keeper, build('a'))
      loop.send(keeper, build('b'))
      loop.rest(pick === 'oldest' ? undefined : (waiting) => waiting.length - 1)
      return loop
        .log()
        .map(({ stream, type }) => `${stream} ${type}`)
        .slice(2)
    }
    expect(order('oldest')).toEqual(['door-a DoorOpened', 'door-b DoorOpened'])
    expect(order('newest')).toEqual(['door-b DoorOpened', 'door-a DoorOpened'])
  })

  it('sends timers when they are due, in order of time', () => {
    const loop = startTestLoop()
    loop.does(keeper, build('a'))
    loop.restUntil('2020-04-20T00:59:59.999Z')
    expect(types(loop, 'a')).toEqual(['DoorBuilt', 'DoorOpened'])
    loop.does(keeper, build('b'))
    loop.restUntil('2020-04-20T09:00:00.000Z')
    expect(
      loop
        .log()
        .slice(-2)
        .map(({ recordedAt, stream, type }) => [recordedAt, stream, type]),
    ).toEqual([
      ['2020-04-20T01:00:00.000Z', 'door-a', 'DoorRotted'],
      ['2020-04-20T01:59:59.999Z', 'door-b', 'DoorRotted'],
    ])
    expect(loop.log().at(-1)).toMatchObject({ actor: { type: 'process', process: 'rotting', cause: 'door-b.0' } })
  })

  it('lets processes know the world, and drops their commands about it', () => {
    const loop = startTestLoop({ 'door-a': [{ ...build('a'), type: 'DoorBuilt' }] })
    expect(loop.waiting()).toEqual([])
    expect(loop.log()).toEqual([])
    expect(loop.state(door, 'door-a')).toMatchObject({ type: 'Closed' })
  })

  it('keeps refusals of process commands, and shows every other refusal to the test', () => {
    const loop = startTestLoop()
    loop.send(keeper, build('a'))
    loop.at('2020-04-20T01:00:00.000Z')
    loop.rest((waiting) => waiting.length - 1)
    expect(types(loop, 'a')).toEqual(['DoorBuilt', 'DoorRotted'])
    expect(loop.refused().map(({ pending, rejection }) => [pending.process, rejection.type])).toEqual([
      ['opening', 'CommandNotAllowed'],
    ])
    expect(() => {
      loop.does(keeper, open('b'))
    }).toThrow('OpenDoor is refused')
    expect(E.isLeft(loop.send(keeper, open('b')))).toBe(true)
  })

  it('writes a decision late, unless its own stream has moved', () => {
    const loop = startTestLoop()
    const late = loop.sendLate(keeper, build('a'))
    loop.does(keeper, build('b'))
    late()
    expect(types(loop, 'a')).toEqual(['DoorBuilt'])
    const opened = loop.deliverLate()
    loop.send(keeper, open('a'))
    expect(opened).toThrow('door-a was written to in between')
  })

  it('fails where no slice takes a command', () => {
    expect(() => startTestLoop().send(keeper, { type: 'PaintDoor', door: 'a' } as never)).toThrow(
      'no slice takes PaintDoor',
    )
  })

  it('fails where a command or what has happened is misspelt, with its path', () => {
    const high = { ...build('a'), height: 999 }
    expect(() => startTestLoop().send(keeper, high)).toThrow('not a command: $.height wants Height')
    const past = { 'door-a': [{ ...high, type: 'DoorBuilt' }] }
    expect(() => startTestLoop(past)).toThrow('not an event of door: $["door-a"][0].height wants Height')
  })

  it('moves to an instant alone, and never before the last event was recorded', () => {
    const loop = startTestLoop()
    for (const wrong of ['nope', '2026-1-02', '2026-01-02'])
      for (const move of [loop.at, loop.restUntil])
        expect(() => {
          move(wrong)
        }).toThrow('not a moment: $.now wants Instant')
    loop.at('2020-04-19T00:00:00.000Z')
    loop.at('2020-04-21T00:00:00.000Z')
    loop.send(keeper, build('a'))
    for (const move of [loop.at, loop.restUntil])
      expect(() => {
        move('2020-04-20T23:59:59.999Z')
      }).toThrow('2020-04-20T23:59:59.999Z is before 2020-04-21T00:00:00.000Z, when the last event was recorded')
    expect(types(loop, 'a')).toEqual(['DoorBuilt'])
    loop.at('2020-04-21T00:00:00.000Z')
  })

  it('fails where occurredAt is later than the runtime accepts', () => {
    const loop = startTestLoop()
    loop.send(keeper, build('a'), '2020-04-20T00:02:00.000Z')
    expect(() => loop.send(keeper, build('b'), '2020-04-20T00:02:00.001Z')).toThrow(
      '$.occurredAt wants at most 2020-04-20T00:02:00.000Z',
    )
  })

  it('writes the digest of each command, whose events have its id, so that commands can be made again', () => {
    const loop = startTestLoop()
    loop.does(keeper, build('a'))
    loop.restUntil('2020-04-21T00:00:00.000Z')
    const commands = new Map([
      ['BuildDoor', 1],
      ['OpenDoor', 1],
      ['RotDoor', 1],
    ])
    expect(restoreCommands([door], loop.log())).toEqual({ commands, faults: [] })
    const both = startLoop({ slices: [twice], processes: [], world: {}, scene: { ...scene, slices: [twice] } })
    both.does(keeper, build('a'))
    expect(both.log().map(({ id, commandId }) => [id, commandId])).toEqual([
      ['door-a.0', 'door-a.0'],
      ['door-a.1', 'door-a.0'],
    ])
    expect(restoreCommands([twice], both.log())).toEqual({ commands: new Map([['BuildDoor', 1]]), faults: [] })
  })
})
