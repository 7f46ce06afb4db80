/** Options that a caller without a compiler gets wrong: a refusal that names the path, and no server is asked. */
import * as E from 'fp-ts/lib/Either.js'
import { expect, it } from 'vitest'
import { installPostgres, installPostgresVault, openPostgres, openPostgresVault } from './index.ts'

const url = { url: 'postgres://ledger@localhost:1/county' }
const cases: ReadonlyArray<readonly [unknown, string]> = [
  [null, '$'],
  ['postgres://ledger@localhost/county', '$'],
  [{}, '$.url'],
  [{ url: 7 }, '$.url'],
  [{ ...url, schema: 7 }, '$.schema'],
  [{ ...url, rol: 'x' }, '$.rol'],
]
const opening: typeof cases = [
  [{ ...url, maxConnections: 0 }, '$.maxConnections'],
  [{ ...url, patienceMs: -1 }, '$.patienceMs'],
]

it.each(Object.entries({ openPostgres, openPostgresVault, installPostgres, installPostgresVault }))(
  '%s refuses malformed, missing and misspelt options by their path',
  async (name, call) => {
    for (const [options, path] of [...cases, ...(name.startsWith('open') ? opening : [])])
      expect(await call(options as never)()).toMatchObject(E.left({ type: 'DecodeRefused', issues: [{ path }] }))
  },
)
