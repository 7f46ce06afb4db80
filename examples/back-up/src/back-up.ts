import { mkdirSync, writeFileSync } from 'node:fs'
import { ledgerLaws, unwrap } from '@zhiyuan/ledger'
import { backupSqlite, checkSqlite } from '@zhiyuan/store-sqlite'
import { openFiles } from './ledger.ts'

const copy = async (file: string, to: string): Promise<void> => {
  await unwrap(backupSqlite({ file, to }))
  const { kind, events, findings } = await unwrap(checkSqlite({ file: to, laws: ledgerLaws() }))
  console.log(`${to}: ${kind}, ${events} events, ${findings.length} findings`)
  if (findings.length > 0) throw new Error(JSON.stringify(findings))
}

for (const folder of ['copies', 'copies-of-vault', 'digests']) mkdirSync(folder, { recursive: true })
await copy('ledger.sqlite', 'copies/monday.sqlite')
// The vault second: a text is kept before the event that refers to it, so none is missing.
await copy('vault.sqlite', 'copies-of-vault/monday.sqlite')

const copied = await openFiles('copies/monday.sqlite', 'copies-of-vault/monday.sqlite')
writeFileSync('digests/monday.json', JSON.stringify(await copied.digest()))
await copied.close()
