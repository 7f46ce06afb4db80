/** Words of lists that exist, misspelt in a command, by the national defaults. The village and its people are those of the orders. */
import { describe, expect, it } from 'vitest'
import { actor, C, takePost, V1 } from './county.fixture.ts'
import { begin, morning } from './orders.fixture.ts'

const admin = { actor: actor('admin', 'administrator', C) }

describe('a misspelt post', () => {
  it('G4: is refused with its path, and the county is not left without an approver', async () => {
    const { ledger } = await begin(morning)
    expect(await ledger.sendUnknown(takePost(V1, 'aprover', 'q7'), admin)).toMatchObject({
      ok: false,
      rejection: { type: 'DecodeRefused', issues: [{ path: '$.post', expected: 'RoleName' }] },
    })
    expect(await ledger.sendUnknown(takePost(V1, 'approver', 'q7'), admin)).toMatchObject({ ok: true })
  })
})
