/** Options that a caller without a compiler gets wrong: a refusal that names the path, and no server is asked. */
import * as E from 'fp-ts/lib/Either.js'
import { expect, it } from 'vitest'
import { openEventStoreDB } from './index.ts'

const named = { client: {}, prefix: 'bazhou' }

it.each<[unknown, string]>([
  [null, '$'],
  [{}, '$.client'],
  [{ client: {} }, '$.prefix'],
  [{ ...named, oneline: true }, '$.oneline'],
  [{ ...named, oneLine: 1 }, '$.oneLine'],
  [{ ...named, patienceMs: '5' }, '$.patienceMs'],
  [{ ...named, credentials: 'admin' }, '$.credentials'],
])('%j is refused at %s', async (options, path) => {
  expect(await openEventStoreDB(options as never)()).toMatchObject(
    E.left({ type: 'DecodeRefused', issues: [{ path }] }),
  )
})
