import { describe, expect, it } from 'vitest'
import { slices } from '@zhiyuan/domain'
import { decodeLog } from './read-log.ts'
import { checkStreams } from './stream-lines.ts'
import { vocabularyLog } from './vocabulary-log.ts'
import { listEvents } from './word-lines.ts'

describe('the log of every word', () => {
  const turns = 5
  const log = vocabularyLog(slices, turns)

  it('has each event type once a turn, and the ledger can read them all', () => {
    const types = slices.flatMap((slice) => listEvents(slice).map(([type]) => type))
    const counted = types.map((type) => log.filter((event) => event.type === type).length)
    expect(new Set(counted)).toEqual(new Set([turns]))
    expect(decodeLog('vocabulary', log)).toMatchObject({ unread: [] })
  })

  it('has each event where its slice writes it: today, and in a stream of its type where it only follows another', () => {
    const { events } = decodeLog('vocabulary', log)
    expect(checkStreams('next', events)).toEqual([])
    const own = events.filter(({ stream, type }) => !stream.endsWith(`-${type}`)).map(({ type }) => type)
    expect(new Set(own).size).toBeGreaterThan(100)
    const moved = events.map((event) => ({
      ...event,
      stream: event.stream.replace(/^need-/, 'need-of-'),
    })) as typeof events
    expect(checkStreams('next', moved)).toContainEqual(
      expect.stringMatching(/^next: the stream of NeedApproved was need-of-[ab] and would be need-[ab] today$/),
    )
    const foreign = events.map((event) => ({
      ...event,
      stream: event.stream.replace(/^need-/, 'needs-'),
    })) as typeof events
    expect(checkStreams('next', foreign)).toContainEqual(
      expect.stringMatching(/^next: the stream of NeedApproved was needs-[ab] and is of no slice today$/),
    )
  })

  it('is the same each time', () => {
    expect(vocabularyLog(slices, turns)).toEqual(log)
  })

  it('says the same of a slice, also beside other slices', () => {
    const alone = vocabularyLog(
      slices.filter(({ name }) => name === 'units'),
      turns,
    )
    expect(log.filter(({ stream }) => stream.startsWith('units-'))).toEqual(alone)
  })
})
