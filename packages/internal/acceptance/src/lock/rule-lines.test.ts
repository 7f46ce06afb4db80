/** The answers of the rules to the commands of a log are a line of the lock. */
import { describe, expect, it } from 'vitest'
import { slices } from '@zhiyuan/domain'
import { decodeLog } from './read-log.ts'
import { findings, release } from './lock.fixture.ts'
import { ruleLine } from './rule-lines.ts'
import { vocabularyLog } from './vocabulary-log.ts'

const { events } = decodeLog('vocabulary', vocabularyLog(slices, 3))
const drawnLog = (log: typeof events) => [{ events: log, drawn: true }]

describe('the answers of a rule set', () => {
  const line = ruleLine(1, '0.1', drawnLog(events))
  const other = { ...line, digest: '000000000000' }

  it('are the same each time, and depend on the events before a command', () => {
    expect(ruleLine(1, '0.1', drawnLog(events))).toEqual(line)
    expect(ruleLine(1, '0.1', drawnLog(events.slice(1))).digest).not.toBe(line.digest)
    expect(ruleLine(1, '0.1', drawnLog(events.toReversed())).digest).not.toBe(line.digest)
    expect(ruleLine(1, '0.1', [{ events, drawn: false }]).digest).not.toBe(line.digest)
  })

  it('come from every actor, for every command that the log gives back, and are of all three kinds', () => {
    expect(line.text).toMatch(/^[4-9]\d{3} times asked: [1-9]\d+ decided, [1-9]\d+ silent, refused as [2-9]\d types$/)
  })

  it('change with the number of the rule set alone, once they are released', () => {
    const releases = [release([line])]
    expect(findings(releases, [line])).toEqual([])
    expect(findings(releases, [other])).toEqual([
      'answers rules@1 over 0.1: changed since it was released (changed answers are the next rule set)',
    ])
    const raised = { ...other, key: 'answers rules@2 over 0.1' }
    expect(findings(releases, [raised])).toEqual([])
    const later = [...releases, { ...release([raised]), name: '0.2' }]
    expect(findings(later, [line])).toEqual([expect.stringMatching(/^answers rules@2 over 0.1: is gone/)])
  })
})
