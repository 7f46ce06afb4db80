/** The names of a slice's streams are a line of the lock. */
import { describe, expect, it } from 'vitest'
import type { StreamName } from '@zhiyuan/kernel'
import { findSlice, type AnySlice } from '../slice-by-stream.ts'
import { findings, release } from './lock.fixture.ts'
import { streamLines } from './stream-lines.ts'

const assignment = findSlice('assignment-x') as AnySlice
const writingTo = (rename: (stream: StreamName) => StreamName): AnySlice => ({
  ...assignment,
  decider: { ...assignment.decider, stream: (command, at) => rename(assignment.decider.stream(command, at)) },
})

describe('the streams of a slice', () => {
  const lines = streamLines([assignment])
  const releases = [release(lines)]

  it('have a line for each form of their names', () => {
    expect(lines.map(({ key }) => key)).toEqual([
      'stream assignment-o.{OrderId}.{Round}.{PersonId}',
      'stream assignment-s.{SessionId}.{PersonId}',
    ])
    expect(findings(releases, lines)).toEqual([])
  })

  it('of another name are a finding once they are released, also when the lock was made anew', () => {
    const moved = writingTo((stream) => stream.replace('-o.', '-order.') as StreamName)
    expect(findings(releases, streamLines([moved]))).toEqual([
      expect.stringMatching(/^stream assignment-o.\{OrderId\}.\{Round\}.\{PersonId\}: is gone/),
    ])
  })
})
