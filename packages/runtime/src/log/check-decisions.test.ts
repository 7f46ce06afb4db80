import { describe, expect, it } from 'vitest'
import type { CommandId, Header } from '@zhiyuan/kernel'
import { deriveEventIds } from '../commands/event-ids.ts'
import type { StoredEvent } from '../ports/ports.ts'
import {
  canonical,
  changeEvent,
  readData,
  makeDecision,
  digestOfEvents,
  makeEvent,
  founded,
  readHeader,
  laws,
  changeHeader,
  type Log,
} from './honest-log.fixture.ts'
import { expectFound, findFlaws, inHeader, printFindings, type Plant } from './planted-log.fixture.ts'

/** The places of the decision that an event is of. */
const findDecision = (log: Log, at: number): ReadonlyArray<number> => {
  const { commandId } = readHeader(log[at] as StoredEvent)
  return [...log.keys()].filter((place) => readHeader(log[place] as StoredEvent).commandId === commandId)
}
const begins = (log: Log, at: number): number => findDecision(log, at)[0] ?? at
const isCause = (log: Log, at: number): boolean => log.some((event) => readHeader(event).causationId === log[at]?.id)
const withData = (event: StoredEvent, change: object): StoredEvent => ({
  ...event,
  data: canonical({ ...readData(event), ...change }),
})
/** Writes the digest of the command that the decision's events now answer. */
const redigest = (log: Log, at: number): Log => {
  const places = findDecision(log, at)
  const [first, ...rest] = places.map((place) => readData(log[place] as StoredEvent))
  const command = digestOfEvents(first as ReturnType<typeof readData>, ...rest)
  return log.map((event, place) => (places.includes(place) ? changeHeader(event, { command }) : event))
}
const replaceId = (event: StoredEvent, id: string): StoredEvent =>
  changeHeader({ ...event, id: id as Header['id'] }, { id })

const plants: Readonly<Record<string, Plant>> = {
  'another amount': {
    flaw: 'CommandDiffers',
    path: '$.command',
    plant: (log, at) => changeEvent(log, at, (event) => withData(event, { n: (readData(event).n + 1) % 10 })),
    where: begins,
  },
  'another digest of its command': {
    flaw: 'CommandDiffers',
    path: '$.command',
    plant: inHeader({ command: 'f'.repeat(64) }),
  },
  'data about another stream': {
    flaw: 'CommandDiffers',
    path: '$.stream',
    plant: (log, at) =>
      begins(log, at) === at
        ? redigest(
            changeEvent(log, at, (event) => withData(event, { s: 9 })),
            at,
          )
        : null,
  },
  'an id that is made of nothing': {
    flaw: 'EventIdDiffers',
    path: '$.id',
    plant: (log, at) => (isCause(log, at) ? null : changeEvent(log, at, (event) => replaceId(event, 'other.0'))),
  },
  'the id of another command': {
    flaw: 'EventIdDiffers',
    path: '$.id',
    plant: (log, at) => (findDecision(log, at).length > 1 ? null : inHeader({ commandId: 'other' })(log, at)),
  },
  'the id of another place in the decision': {
    flaw: 'DecisionTorn',
    path: '$.id',
    plant: (log, at) => {
      const { commandId, stream } = readHeader(log[at] as StoredEvent)
      if (isCause(log, at) || findDecision(log, at).at(-1) !== at) return null
      return changeEvent(log, at, (event) => replaceId(event, deriveEventIds(commandId, stream)(7)))
    },
  },
}

describe('a check of the decisions of a log', () => {
  it.each(Object.entries(plants))('finds %s, at its event and path, and nothing else', (_, plant) => {
    expectFound(plant)
  })

  const [one, two] = makeDecision({ stream: 's-0', version: 0 }, 1, 2) as readonly [StoredEvent, StoredEvent]
  const other = makeEvent({ stream: 's-1' }, 2)

  it('says what was wanted', () => {
    const lied = withData(one, { n: 7 })
    const wanted = digestOfEvents(readData(lied), readData(two))
    expect(findFlaws([founded, lied, two])).toEqual([
      { type: 'CommandDiffers', position: '2', id: one.id, path: '$.command', expected: wanted },
    ])
    expect(findFlaws([founded, replaceId(other, 'other')])).toEqual([
      { type: 'EventIdDiffers', position: '2', id: 'other', path: '$.id', expected: other.id },
    ])
    expect(other.id).toBe(deriveEventIds('c2' as CommandId, 's-1')(0))
  })

  it('finds a decision that another event stands in the midst of, and does not know its command', () => {
    expect(printFindings(findFlaws([founded, one, other, two]))).toEqual([
      'CommandDiffers at 2 $.command',
      'DecisionTorn at 4 $.id',
    ])
  })

  it('finds a decision whose beginning is gone', () => {
    const version = 0 as StoredEvent['version']
    expect(printFindings(findFlaws([founded, changeHeader({ ...two, version }, { version }), other]))).toEqual([
      'DecisionTorn at 2 $.id',
    ])
  })

  it('L4: finds a founding that says another log or jurisdiction than its header', () => {
    for (const change of [{ log: 'other' }, { jurisdiction: '131082' }]) {
      const path = `$.data.${Object.keys(change).join()}`
      expect(printFindings(findFlaws([withData(founded, change), one, two]))).toEqual([`FoundingDiffers at 1 ${path}`])
      expect(printFindings(findFlaws(redigest([withData(founded, change), one, two], 0)))).toEqual([
        `FoundingDiffers at 1 ${path}`,
      ])
    }
  })

  it('excuses the digest of an upcast decision, but not its stream', () => {
    const raised = { ...laws, currentSchema: (type: string) => (type === 'Happened' ? 2 : 1) }
    expect(findFlaws([founded, withData(one, { n: 7 }), two], raised)).toEqual([])
    expect(printFindings(findFlaws([founded, withData(one, { s: 9 }), two], raised))).toEqual([
      'CommandDiffers at 2 $.stream',
    ])
  })

  it('finds nothing of it without laws', () => {
    expect(findFlaws([founded, withData(one, { n: 7 }), other, replaceId(two, 'other')], null)).toEqual([])
  })
})
