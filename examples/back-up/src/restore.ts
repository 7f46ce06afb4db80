import { copyFileSync, mkdirSync, readFileSync } from 'node:fs'
import { openFiles } from './ledger.ts'

mkdirSync('restored')
copyFileSync('copies/monday.sqlite', 'restored/ledger.sqlite')
copyFileSync('copies-of-vault/monday.sqlite', 'restored/vault.sqlite')

const ledger = await openFiles('restored/ledger.sqlite', 'restored/vault.sqlite')
const same = JSON.stringify(await ledger.digest()) === readFileSync('digests/monday.json', 'utf8')
await ledger.close()
console.log(same ? 'the same digests of log and rows as on Monday' : 'ANOTHER LOG, OR OTHER ROWS, THAN ON MONDAY')
process.exitCode = same ? 0 : 1
