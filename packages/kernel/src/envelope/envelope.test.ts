import { describe, expect, it } from 'vitest'
import { closed, currentSchema, decode, Header, integer, literal, StreamName, upcast, type Upcasts } from '../index.ts'

interface MinutesBrand {
  readonly Minutes: unique symbol
}
/** Today's codec: schema 3. Schema 1 counted hours; schema 2 called the minutes `length`. */
const Rested = closed({ type: literal('Rested'), minutes: integer<MinutesBrand>('Minutes', 0, 600) })
const upcasts: Upcasts = {
  Rested: [
    (data) => {
      const { type, hours } = data as { readonly type: string; readonly hours: number }
      return { type, length: hours * 60 }
    },
    (data) => {
      const { type, length } = data as { readonly type: string; readonly length: number }
      return { type, minutes: length }
    },
  ],
}

describe('an event of an older schema', () => {
  const today = { type: 'Rested', minutes: 120 }

  it.each([
    [1, { type: 'Rested', hours: 2 }],
    [2, { type: 'Rested', length: 120 }],
    [3, today],
  ])('is upcast from schema %i to today’s', (schema, stored) => {
    const raised = upcast(upcasts, 'Rested', schema, stored)
    expect(raised).toEqual(today)
    expect(decode(Rested)(raised)).toMatchObject({ _tag: 'Right' })
  })

  it('is refused by today’s codec before it is upcast', () => {
    expect(decode(Rested)({ type: 'Rested', hours: 2 })).toMatchObject({ _tag: 'Left' })
  })

  it('stays the same where its type never changed', () => {
    const told = { type: 'Told' }
    expect(upcast(upcasts, 'Told', 1, told)).toBe(told)
    expect([currentSchema(upcasts, 'Told'), currentSchema(upcasts, 'Rested')]).toEqual([1, 3])
  })
})

describe('a header', () => {
  const header = {
    id: 'c-1.0',
    log: 'toy',
    jurisdiction: '131081',
    stream: 'order-O1',
    version: 0,
    type: 'OrderPlaced',
    schema: 1,
    occurredAt: '2020-04-20T01:00:00.000Z',
    recordedAt: '2020-04-20T01:00:00.000Z',
    actor: { type: 'person', person: 'k1', role: 'clerk', unit: 'V1' },
    commandId: 'c-1',
    correlationId: 'c-1',
    causationId: null,
    command: 'ab'.repeat(32),
    readSet: [{ stream: 'need-N1', version: 2 }],
    rules: 1,
  }

  it('says who, when, where, by which rules, and what the decision read', () => {
    expect(decode(Header)(header)).toEqual({ _tag: 'Right', right: header })
    const byProcess = { ...header, actor: { type: 'process', process: 'timer', cause: 'c-0.0' }, causationId: 'c-0.0' }
    expect(decode(Header)(byProcess)).toMatchObject({ _tag: 'Right' })
  })

  it.each([
    [{ version: -1 }, '$.version'],
    [{ schema: 0 }, '$.schema'],
    [{ actor: { ...header.actor, name: 'Ada' } }, '$.actor.name'],
    [{ readSet: [{ stream: 'need-N1', version: '2' }] }, '$.readSet[0].version'],
    [{ rules: 0 }, '$.rules'],
    [{ command: 'AB'.repeat(32) }, '$.command'],
    [{ recordedAt: '2020-04-20' }, '$.recordedAt'],
    [{ type: 'orderPlaced' }, '$.type'],
  ])('refuses %j at its path', (wrong, path) => {
    expect(decode(Header)({ ...header, ...wrong })).toMatchObject({ left: { issues: [{ path }] } })
  })

  it.each(['order-O1', 'assignment-o.O1.2.a', 'units-131081'])('takes %s as the name of a stream', (name) => {
    expect(StreamName.is(name)).toBe(true)
  })

  it.each(['order', 'order-', '-O1', 'Order-O1', 'order-O 1', `order-${'x'.repeat(224)}`, 7])(
    'refuses %s as the name of a stream',
    (name) => {
      expect(StreamName.is(name)).toBe(false)
    },
  )
})
