import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { StoredEvent } from '../ports/ports.ts'
import { logDigest } from './digest.ts'
import {
  begin,
  changeEvent,
  readData,
  makeEvent,
  founded,
  readHeader,
  histories,
  addSeconds,
  changeHeader,
  type Log,
} from './honest-log.fixture.ts'
import { expectFound, findFlaws, inHeader, rewriteEvent, printFindings, type Plant } from './planted-log.fixture.ts'

/** The log without its positions. */
const digestEvents = (log: Log): string => {
  const digest = logDigest()
  for (const event of log) digest.take(event)
  return digest.whole()
}

/** The latest instant before an event. */
const findLatest = (log: Log, at: number): string =>
  log.slice(0, at).reduce((latest, event) => {
    const { recordedAt } = readHeader(event)
    return recordedAt > latest ? recordedAt : latest
  }, begin)

const isProcess = (log: Log, at: number): boolean => readHeader(log[at] as StoredEvent).actor.type === 'process'
const isLastOfStream = (log: Log, at: number): boolean =>
  log.slice(at + 1).every(({ stream }) => stream !== log[at]?.stream)
const processCause = (cause: string) => ({ actor: { type: 'process', process: 'clock', cause }, causationId: cause })
const addRead = (log: Log, at: number, entry: object): Log =>
  changeEvent(log, at, (event) => changeHeader(event, { readSet: [...readHeader(event).readSet, entry] }))
const lastRead = (log: Log, at: number): string => `$.readSet[${readHeader(log[at] as StoredEvent).readSet.length}]`
const plants: Readonly<Record<string, Plant>> = {
  'a header with a space': {
    flaw: 'TextNotCanonical',
    path: '$',
    plant: rewriteEvent('header', (text) => text.replace(',', ', ')),
  },
  'a header in another order': {
    flaw: 'TextNotCanonical',
    path: '$',
    plant: rewriteEvent('header', (text) =>
      JSON.stringify(Object.fromEntries(Object.entries(JSON.parse(text) as object).reverse())),
    ),
  },
  'a header that says its command twice': {
    flaw: 'TextNotCanonical',
    path: '$',
    plant: rewriteEvent('header', (text) => text.replace('{', '{"command":"x",')),
  },
  'data that says an amount twice': {
    flaw: 'TextNotCanonical',
    path: '$.data',
    plant: rewriteEvent('data', (text) => text.replace('{', '{"n":5,')),
  },
  'data with another way to write a number': {
    flaw: 'TextNotCanonical',
    path: '$.data',
    plant: rewriteEvent('data', (text) => text.replace(/"n":(\d)/, '"n":$1.0')),
  },
  'a header that is no JSON': {
    flaw: 'TextNotCanonical',
    path: '$',
    plant: rewriteEvent('header', (text) => text.slice(1)),
  },
  'data that is no JSON': {
    flaw: 'TextNotCanonical',
    path: '$.data',
    plant: rewriteEvent('data', (text) => `${text}}`),
  },
  'a header with a word that is none': { flaw: 'HeaderUnfit', path: '$.command', plant: inHeader({ command: 7 }) },
  'a header with a word too many': { flaw: 'HeaderUnfit', path: '$.extra', plant: inHeader({ extra: 1 }) },
  'a header of another version': { flaw: 'HeaderUnfit', path: '$.version', plant: inHeader({ version: 99 }) },
  'a header of another id': { flaw: 'HeaderUnfit', path: '$.id', plant: inHeader({ id: 'other' }) },
  'another type in its column': {
    flaw: 'HeaderUnfit',
    path: '$.type',
    plant: (log, at) => changeEvent(log, at, (event) => ({ ...event, type: 'Other' as StoredEvent['type'] })),
  },
  'another id in its column': {
    flaw: 'HeaderUnfit',
    path: '$.id',
    plant: (log, at) => changeEvent(log, at, (event) => ({ ...event, id: 'other' as StoredEvent['id'] })),
  },
  'a version that leaves one out': {
    flaw: 'StreamBroken',
    path: '$.version',
    plant: (log, at) =>
      isLastOfStream(log, at)
        ? changeEvent(log, at, (event) => {
            const version = (event.version + 1) as StoredEvent['version']
            return changeHeader({ ...event, version }, { version })
          })
        : null,
  },
  'another jurisdiction': { flaw: 'OtherLedger', path: '$.jurisdiction', plant: inHeader({ jurisdiction: '131082' }) },
  'another log': { flaw: 'OtherLedger', path: '$.log', plant: inHeader({ log: 'yot' }) },
  'a time that falls': {
    flaw: 'TimeFell',
    path: '$.recordedAt',
    plant: (log, at) =>
      changeEvent(log, at, (event) => changeHeader(event, { recordedAt: addSeconds(findLatest(log, at), -120.001) })),
  },
  'a time far ahead': {
    flaw: 'TimeFell',
    path: '$.recordedAt',
    plant: (log, at) => (at === log.length - 1 ? null : inHeader({ recordedAt: '2199-01-01T00:00:00.000Z' })(log, at)),
    where: (_, at) => at + 1,
  },
  'a read of a stream that never was': {
    flaw: 'ReadSetAhead',
    path: lastRead,
    plant: (log, at) => addRead(log, at, { stream: 's-9', version: 0 }),
  },
  'a read of itself': {
    flaw: 'ReadSetAhead',
    path: lastRead,
    plant: (log, at) => {
      const { stream, version, readSet } = readHeader(log[at] as StoredEvent)
      return readSet.some((read) => read.stream === stream) ? null : addRead(log, at, { stream, version })
    },
  },
  'a stream that is read twice': {
    flaw: 'ReadTwice',
    path: lastRead,
    plant: (log, at) => {
      const [read] = readHeader(log[at] as StoredEvent).readSet
      return read === undefined ? null : addRead(log, at, { ...read, version: 0 })
    },
  },
  'an occasion after its record': {
    flaw: 'OccurredAhead',
    path: '$.occurredAt',
    plant: (log, at) =>
      inHeader({ occurredAt: addSeconds(readHeader(log[at] as StoredEvent).recordedAt, 120.001) })(log, at),
  },
  'a cause that never was': { flaw: 'CauseMissing', path: '$.causationId', plant: inHeader(processCause('nothing')) },
  'a cause that comes later': {
    flaw: 'CauseMissing',
    path: '$.causationId',
    plant: (log, at) => (at === log.length - 1 ? null : inHeader(processCause(log.at(-1)?.id ?? ''))(log, at)),
  },
  'a cause that is not its process’s': {
    flaw: 'CauseMissing',
    path: '$.causationId',
    plant: (log, at) => (isProcess(log, at) ? inHeader({ causationId: null })(log, at) : null),
  },
  'a person’s cause': {
    flaw: 'CauseMissing',
    path: '$.causationId',
    plant: (log, at) => (isProcess(log, at) ? null : inHeader({ causationId: founded.id })(log, at)),
  },
  'another correlation than its cause’s': {
    flaw: 'CorrelationDiffers',
    path: '$.correlationId',
    plant: (log, at) => {
      const isCause = log.some((event) => readHeader(event).causationId === log[at]?.id)
      return isProcess(log, at) && !isCause ? inHeader({ correlationId: 'other' })(log, at) : null
    },
  },
  'a second founding': {
    flaw: 'FoundedTwice',
    path: '$.type',
    plant: (log, at) =>
      changeEvent(log, at, (event) =>
        changeHeader({ ...event, type: founded.type, data: founded.data }, { type: 'Founded' }),
      ),
  },
  'rules of a newer program': { flaw: 'RulesUnknown', path: '$.rules', plant: inHeader({ rules: 4 }) },
  'a schema of a newer program': { flaw: 'WordsUnfit', path: '$.schema', plant: inHeader({ schema: 2 }) },
  'a type that no codec knows': {
    flaw: 'WordsUnfit',
    path: '$.type',
    plant: (log, at) =>
      changeEvent(log, at, (event) =>
        changeHeader({ ...event, type: 'Exploded' as StoredEvent['type'] }, { type: 'Exploded' }),
      ),
  },
  'an amount that is none': {
    flaw: 'WordsUnfit',
    path: '$.data.n',
    plant: rewriteEvent('data', (text) => text.replace(/"n":\d/, '"n":77')),
  },
}

describe('a check of a log', () => {
  it('finds nothing in an honest one, with laws or without', () => {
    fc.assert(
      fc.property(histories, (log) => {
        expect(findFlaws(log)).toEqual([])
        expect(findFlaws(log, null)).toEqual([])
      }),
      { numRuns: 200 },
    )
  })

  it.each(Object.entries(plants))('finds %s, at its event and path, and nothing else', (_, plant) => {
    expectFound(plant)
  })

  const first = makeEvent({ stream: 's-0' }, 1)

  it('L4: finds that the first event does not found the log, or founds another', () => {
    expect(printFindings(findFlaws([first, founded]))).toEqual(['NotFounded at 1 $.type'])
    expect(printFindings(findFlaws([first]))).toEqual(['NotFounded at 1 $.type'])
    const other = makeEvent({ stream: 'log-other', data: readData(founded) }, 0)
    expect(printFindings(findFlaws([other, first]))).toEqual(['NotFounded at 1 $.type'])
    expect(findFlaws([first, founded], null)).toEqual([])
  })

  it('S12: finds that time fell by more than two clocks may differ, and lets what was beside each other be', () => {
    const at = (n: number, seconds: number): StoredEvent =>
      makeEvent({ stream: 's-0', version: n, recordedAt: addSeconds(begin, seconds) }, n + 1)
    expect(findFlaws([founded, at(0, 500), at(1, 380), at(2, 440)])).toEqual([])
    expect(findFlaws([founded, at(0, 500), at(1, 440), at(2, 379)])).toEqual([
      {
        type: 'TimeFell',
        position: '4',
        id: at(2, 0).id,
        path: '$.recordedAt',
        expected: `at least ${addSeconds(begin, 380)}`,
      },
    ])
  })

  it('S12: finds no fault with what a clock ahead may say', () => {
    expect(findFlaws([founded, makeEvent({ stream: 's-0', occurredAt: addSeconds(begin, 120) }, 1)])).toEqual([])
  })

  it('finds events in another order where one rests on the other, and cannot where none does', () => {
    const other = makeEvent({ stream: 's-1' }, 2)
    const reader = makeEvent({ stream: 's-2', readSet: [{ stream: 's-0', version: 0 }] }, 3)
    const acting = makeEvent({ stream: 's-3', correlationId: 'c1', ...processCause(first.id) }, 4)
    expect(findFlaws([founded, first, other, reader, acting])).toEqual([])
    expect(printFindings(findFlaws([founded, reader, other, first, acting]))).toEqual([
      'ReadSetAhead at 2 $.readSet[0]',
    ])
    expect(printFindings(findFlaws([founded, acting, first, other, reader]))).toEqual([
      'CauseMissing at 2 $.causationId',
    ])
    const renumbered = [founded, other, first, acting, reader]
    expect(findFlaws(renumbered)).toEqual([])
    expect(digestEvents(renumbered)).toBe(digestEvents([founded, first, other, reader, acting]))
  })

  it('tells data that is nested too deeply to be written, and goes on', () => {
    const deep = `${'['.repeat(200_000)}${']'.repeat(200_000)}`
    expect(printFindings(findFlaws([founded, { ...first, data: deep }], null))).toEqual([
      'TextNotCanonical at 2 $.data',
    ])
  })
})
