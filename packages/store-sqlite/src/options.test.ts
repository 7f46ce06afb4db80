/** Options that a caller without a compiler gets wrong: a refusal that names the path, and no file is touched. */
import * as E from 'fp-ts/lib/Either.js'
import { expect, it } from 'vitest'
import { backupSqlite, checkSqlite, openSqlite, openSqliteVault } from './index.ts'

const file = { file: '/nowhere/ledger.db' }
const cases: ReadonlyArray<readonly [unknown, string]> = [
  [null, '$'],
  [undefined, '$'],
  ['/nowhere/ledger.db', '$'],
  [{}, '$.file'],
  [{ file: 7 }, '$.file'],
  [{ file: null }, '$.file'],
  [{ ...file, patienceMs: '5' }, '$.patienceMs'],
  [{ ...file, patienceMs: NaN }, '$.patienceMs'],
  [{ ...file, fiel: 'x' }, '$.fiel'],
]
const calls = { openSqlite, openSqliteVault, checkSqlite, backupSqlite }

it.each(Object.entries(calls))(
  '%s refuses malformed, missing and misspelt options by their path',
  async (name, call) => {
    const to = name === 'backupSqlite' ? { to: '/nowhere/copy.db' } : {}
    for (const [options, path] of cases) {
      const said = typeof options === 'object' && options !== null ? { ...to, ...options } : options
      expect(await call(said as never)()).toMatchObject(E.left({ type: 'DecodeRefused', issues: [{ path }] }))
    }
  },
)
it('a backup is refused without the path of its copy', async () => {
  expect(await backupSqlite(file as never)()).toMatchObject(E.left({ issues: [{ path: '$.to' }] }))
})
it('an option that is well-formed and fits no file is the store’s to refuse', async () => {
  expect(await openSqlite({ ...file, create: true, patienceMs: 0 })()).not.toMatchObject(
    E.left({ type: 'DecodeRefused' }),
  )
  expect(await openSqlite({ ...file, create: 'yes' as never })()).toMatchObject(
    E.left({ issues: [{ path: '$.create' }] }),
  )
})
