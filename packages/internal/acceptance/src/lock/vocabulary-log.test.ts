import { describe, expect, it } from 'vitest'
import { slices } from '@zhiyuan/domain'
import { decodeLog } from './read-log.ts'
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

  it('is the same each time', () => {
    expect(vocabularyLog(slices, turns)).toEqual(log)
  })

  it('says the same of a slice, whatever other slices there are', () => {
    const alone = vocabularyLog(
      slices.filter(({ name }) => name === 'units'),
      turns,
    )
    expect(log.filter(({ stream }) => stream.startsWith('units-'))).toEqual(alone)
  })
})
