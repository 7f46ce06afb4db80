import { binaryEvent } from '@eventstore/db-client'
import { describe, expect, it } from 'vitest'
import { useWire } from './wire.fixture.ts'

const heavy = (count: number) =>
  Array.from({ length: count }, () => binaryEvent({ type: 'Heavy', data: Buffer.alloc(20_000) }))

describe('a slow reader', () => {
  const at = useWire({ maxAppendSize: 100_000_000 })

  it.each(['subscription', 'read'] as const)('of a %s is sent little, and all of it once it reads', async (kind) => {
    const stream = `heavy-${kind}`
    await at.client.appendToStream(stream, heavy(400))
    const before = at.wire.calls.sent
    const reader = kind === 'read' ? at.client.readStream(stream) : at.client.subscribeToStream(stream)
    await new Promise((resolve) => setTimeout(resolve, 250))
    const sent = at.wire.calls.sent - before
    expect(sent).toBeGreaterThan(0)
    expect(sent).toBeLessThan(150)
    let taken = 0
    for await (const _ of reader) if (++taken === 400) break
    expect(at.wire.calls.sent - before).toBe(400)
  })
})
