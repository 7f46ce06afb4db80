import { describe, expect, it } from 'vitest'
import * as E from 'fp-ts/lib/Either.js'
import { defineHandler, streamRead, type Fold, type Typed } from '@zhiyuan/kernel'
import { build, door, isBuilt, pasts, setting, type Door, type DoorCommand, type DoorEvent } from './door.fixture.ts'
import { stage } from './given.ts'

const given = stage(door, {}, setting.scene)
const open = { type: 'OpenDoor', door: 'd' } as const
const isOpened = { type: 'DoorOpened', door: 'd' } as const

describe('given and when', () => {
  it('say what a command emits: these events, in this order, with at least these words', () => {
    given().when(build).emits({ type: 'DoorBuilt', height: 200 })
    given(isBuilt)
      .and(...pasts.None)
      .when(open)
      .emits(isOpened)
    expect(() => given(isBuilt).when(open).emits()).toThrow()
    expect(() => given(isBuilt).when(open).emits(isOpened, isOpened)).toThrow()
    expect(() => given().when(build).emits({ type: 'DoorBuilt', height: 100 })).toThrow()
    expect(() => given().when(open).emits(isOpened)).toThrow(/refused/)
  })

  it('say that a command is a no-op', () => {
    given(isBuilt).when(build).isSilent()
    expect(() => given(isBuilt).when(open).isSilent()).toThrow()
    expect(() => given().when(open).isSilent()).toThrow()
  })

  it('name the fields that differ, one a line', () => {
    const told = given().when(build)
    const sign = { sign: 'ada', colours: ['red', 'blue'] }
    expect(() => told.emits({ type: 'DoorBuilt', height: 100, ...sign })).toThrow(
      [
        'the events say something else',
        '  $[0].height: 200 instead of 100',
        "  $[0].sign: null instead of 'ada'",
        "  $[0].colours[1]: nothing instead of 'blue'",
        '',
      ].join('\n'),
    )
    expect(() => told.emits({ type: 'DoorOpened' })).toThrow(
      "other events are emitted\n  $[0]: 'DoorBuilt' instead of 'DoorOpened'\n",
    )
    expect(() => told.isSilent()).toThrow(/^it is no repeat\n {2}\$\[0\]: \{ type: 'DoorBuilt'.* instead of nothing\n/)
    expect(() => given().when(open).isSilent()).toThrow('refused: {"type":"CommandNotAllowed"')
    expect(() => told.isRefused({ type: 'NoDoor' })).toThrow('it is not refused: [{"type":"DoorBuilt"')
    expect(() => given().when(open).isRefused({ type: 'CommandNotAllowed', state: 'Open' })).toThrow(
      "it is refused otherwise\n  $.state: 'None' instead of 'Open'\n",
    )
  })

  it('do not compile where what is expected is misspelt, or is another slice’s word', () => {
    const told = given().when(build)
    const wrong: ReadonlyArray<() => void> = [
      // @ts-expect-error no such event
      () => told.emits({ type: 'DoorBuild' }),
      // @ts-expect-error a field is misspelt
      () => told.emits({ type: 'DoorBuilt', hight: 200 }),
      // @ts-expect-error a field of another event
      () => told.emits({ type: 'DoorOpened', height: 200 }),
      // @ts-expect-error a text where a number belongs
      () => told.emits({ type: 'DoorBuilt', height: '200' }),
      // @ts-expect-error no such rejection
      () => told.isRefused({ type: 'NoDor' }),
      // @ts-expect-error a field is misspelt
      () => told.isRefused({ type: 'CommandNotAllowed', stat: 'None' }),
      // @ts-expect-error no such field of what the boundary refuses
      () => given().whenUnknown(build).isRefused({ type: 'DecodeRefused', issue: [] }),
    ]
    for (const one of wrong) expect(one).toThrow()
    told.emits({ type: 'DoorBuilt', height: expect.any(Number) as number, colours: ['red'] })
  })

  it('say how a command is refused', () => {
    given().when(open).isRefused({ type: 'CommandNotAllowed', state: 'None' })
    expect(() => given().when(open).isRefused({ type: 'NoDoor' })).toThrow()
    expect(() => given(isBuilt).when(build).isRefused({ type: 'CommandNotAllowed' })).toThrow()
  })

  it('take only words that are a command of the slice', () => {
    expect(() => given().when({ ...build, height: 0 })).toThrow(/not a command/)
  })

  it('say how the boundary refuses what is no command', () => {
    const unknown = { type: 'DecodeRefused', issues: [{ path: '$.hight', expected: 'unknown key' }] } as const
    given()
      .whenUnknown({ ...build, hight: 1 })
      .isRefused(unknown)
    given().whenUnknown({ type: 'PaintDoor' }).isRefused({ type: 'DecodeRefused' })
    given().whenUnknown(build).emits({ type: 'DoorBuilt' })
    expect(() => given().whenUnknown(build).isRefused(unknown)).toThrow()
  })

  it('take only events of the slice as its past: a misspelt one fails, with its path', () => {
    const low: Typed = { ...isBuilt, height: 0 } as Typed
    const misspelt: Typed = { type: 'DoorOpend', door: 'd' } as Typed
    expect(() => given(low)).toThrow('not an event of door: $[0].height wants Height')
    expect(() => given(isBuilt, misspelt)).toThrow(/not an event of door: \$\[1\]/)
    expect(() => given(isBuilt).and(misspelt)).toThrow(/not an event of door: \$\[0\]/)
  })

  it('take only events of the scene’s slices as what is known: a misspelt one fails, with stream and path', () => {
    const low = { 'door-b': [isBuilt, { ...isBuilt, height: 0 }] } as const
    expect(() => given().knowing(low)).toThrow('not an event of door: $["door-b"][1].height wants Height')
    expect(() => stage(door, low, setting.scene)).toThrow('$["door-b"][1].height')
    expect(() => given().knowing({ 'dor-b': [isBuilt] })).toThrow('no slice of the test has a stream dor-b')
  })

  it('take only a moment and an actor that could stand on an envelope', () => {
    const { actor } = setting.scene
    expect(() => given().at('2020-04-20').when(build)).toThrow('not a scene: $.now wants Instant')
    expect(() => given().occurring('then').when(build)).toThrow('$.occurredAt')
    expect(() =>
      given()
        .by({ ...actor, person: '' })
        .when(build),
    ).toThrow('$.actor.person')
    expect(() => stage(door, {}, { ...setting.scene, jurisdiction: '' })().when(build)).toThrow('$.jurisdiction')
  })

  it('take a fact that happens no later than the runtime lets in', () => {
    given().occurring('2020-04-20T01:02:00.000Z').when(build).emits({ type: 'DoorBuilt' })
    expect(() => given().occurring('2020-04-20T01:02:00.001Z').when(build)).toThrow(
      'not a scene: $.occurredAt wants at most 2020-04-20T01:02:00.000Z',
    )
  })

  it('fail where the own stream is given as one of the others, as no handler would read it', () => {
    const own = 'door-d is the command’s own stream'
    expect(() =>
      given()
        .knowing({ 'door-d': [isBuilt] })
        .when(build),
    ).toThrow(own)
    expect(() => stage(door, { 'door-d': [isBuilt] }, setting.scene)().when(build)).toThrow(own)
    given()
      .knowing({ 'door-b': [isBuilt] })
      .when(build)
      .emits({ type: 'DoorBuilt' })
  })

  it('let a command read its own stream, whose past is the given events', () => {
    const itself: Fold<number, { readonly type: string }> = { initial: 0, evolve: (count) => count + 1 }
    const looking = defineHandler<Door, DoorEvent, never>()<Extract<DoorCommand, { type: 'OpenDoor' }>>()({
      reads: (command) => ({ events: streamRead(`door-${command.door}`, itself) }),
      decide:
        (command, { events }) =>
        () =>
          E.right(events === 2 ? [{ type: 'DoorOpened', door: command.door }] : []),
    })
    const slice = { ...door, decider: { ...door.decider, handlers: { ...door.decider.handlers, OpenDoor: looking } } }
    const staged = stage(slice, {}, setting.scene)
    staged(isBuilt).when(open).isSilent()
    staged(isBuilt, isOpened).when(open).emits(isOpened)
  })

  it('compile with events in plain strings and numbers, not where one is misspelt, lacks a field or says another word', () => {
    given({ type: 'DoorBuilt', door: 'd', height: 200, colours: ['red'], sign: null })
      .and({
        type: 'DoorOpened',
        door: 'd',
      })
      .knowing({ 'door-b': [{ type: 'DoorBuilt', door: 'b', height: 100, colours: [], sign: null }] })
    const untyped: Typed = isBuilt
    given(untyped, { type: 'DoorOpened', door: 'd' })
    const wrong: ReadonlyArray<() => unknown> = [
      // @ts-expect-error no such event
      () => given({ type: 'DoorBuild', door: 'd', height: 200, colours: ['red'], sign: null }),
      // @ts-expect-error a field is missing
      () => given({ type: 'DoorOpened' }),
      // @ts-expect-error a field is misspelt
      () => given({ type: 'DoorOpened', door: 'd', hight: 1 }),
      // @ts-expect-error a number where a text belongs
      () => given(isBuilt, { type: 'DoorOpened', door: 7 }),
      // @ts-expect-error the same of events that come later
      () => given(isBuilt).and({ type: 'DoorOpend', door: 'd' }),
    ]
    for (const one of wrong) expect(one).toThrow(/not an event of door/)
  })

  it('do not compile where a command is misspelt, lacks a field, has one too many, or says another word', () => {
    const wrong = (): ReadonlyArray<unknown> => [
      // @ts-expect-error no such command
      given().when({ ...build, type: 'BuildDor' }),
      // @ts-expect-error a field is missing
      given().when({ type: 'OpenDoor' }),
      // @ts-expect-error a field is misspelt
      given().when({ ...build, hight: 1 }),
      // @ts-expect-error a number where a text belongs
      given().when({ type: 'OpenDoor', door: 7 }),
      // @ts-expect-error not a command at all
      given().when(42),
    ]
    expect(wrong).toThrow()
  })

  it('hand back only events that the slice’s own codec can read', () => {
    const misspelt = { ...isBuilt, height: 999 } as unknown as DoorEvent
    const decide = defineHandler<Door, DoorEvent, never>()<Extract<DoorCommand, { type: 'BuildDoor' }>>()({
      decide: () => () => E.right([misspelt]),
    })
    const broken = { ...door, decider: { ...door.decider, handlers: { ...door.decider.handlers, BuildDoor: decide } } }
    expect(() => stage(broken, {}, setting.scene)().when(build).events()).toThrow(/the codec does not take DoorBuilt/)
  })

  it('fold the events of other streams, and decide at the moment and by the actor of the test', () => {
    const seen: unknown[] = []
    const doors: Fold<number, { readonly type: string }> = { initial: 0, evolve: (count) => count + 1 }
    const watching = defineHandler<Door, DoorEvent, never>()<Extract<DoorCommand, { type: 'OpenDoor' }>>()({
      reads: () => ({ others: streamRead('door-b', doors) }),
      decide:
        (_command, { others }, { now, occurredAt, actor }) =>
        () => {
          seen.push({ others, now, occurredAt, actor })
          return E.right([])
        },
    })
    const slice = { ...door, decider: { ...door.decider, handlers: { ...door.decider.handlers, OpenDoor: watching } } }
    const later = '2020-04-21T00:00:00.000Z'
    const earlier = '2020-04-20T23:00:00.000Z'
    const bob = { type: 'person', person: 'bob', role: 'guest', unit: 'house' } as const
    const staged = stage(slice, { 'door-b': [isBuilt] }, setting.scene)
    staged().when(open).isSilent()
    staged()
      .at(later)
      .occurring(earlier)
      .by(bob)
      .knowing({ 'door-b': [isBuilt, isBuilt] })
      .when(open)
      .isSilent()
    const { now, actor } = setting.scene
    expect(seen).toEqual([
      { others: 1, now, occurredAt: now, actor },
      { others: 2, now: later, occurredAt: earlier, actor: bob },
    ])
  })
})
