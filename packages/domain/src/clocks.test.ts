import { describe, expect, it } from 'vitest'
import type { AnyCodec, Fields } from '@zhiyuan/kernel'
import { slices } from './index.ts'

/** Instants at which something falls due. */
const due = /(DueAt|[eE]scalatesAt|expiresAt|lapsesAt|missedAt|missingAt|endsAt|confirmBy|excuseBy|reopenableUntil)$/

/** They say again when a clock ends that an earlier event started: it runs on by the policy that is named there. */
const repeating = new Set([
  ...[
    'OfferDeclined',
    'OfferExpired',
    'OfferRecalled',
    'ClaimLapsed',
    'ClaimRecalled',
    'OrderHandedBack',
    'OrderMissed',
  ],
])

const membersOf = (name: string, event: AnyCodec): ReadonlyArray<readonly [string, Fields]> => {
  const members = event.shape.kind === 'variants' ? event.shape.members : { [name]: event }
  return Object.entries(members).flatMap(([type, { shape }]) => (shape.kind === 'record' ? [[type, shape.fields]] : []))
}

const words = slices.flatMap(({ name, event }) => membersOf(name, event))
const clocks = words.filter(([, fields]) => Object.keys(fields).some((field) => due.test(field)))

describe('an event that starts a clock', () => {
  it('G5: says by which policy it runs', () => {
    const silent = clocks.filter(([, fields]) => !Object.hasOwn(fields, 'policyVersion')).map(([type]) => type)
    expect(new Set(silent)).toEqual(repeating)
    expect(clocks.length).toBeGreaterThan(20)
  })
})
