/** Takes two commands, lets the process act, and is killed before it commits the checkpoint. */
import { unwrap } from '@zhiyuan/runtime'
import { openSqlite, openSqliteVault } from './index.ts'
import { meta, openTally } from './ledger.fixture.ts'

const [file = ''] = process.argv.slice(2)
const { events, projections } = await unwrap(openSqlite({ file, create: true }))
const vault = await unwrap(openSqliteVault({ file: `${file}.vault`, create: true }))
const killed = {
  ...projections,
  commit: () => () => {
    process.kill(process.pid, 'SIGKILL')
    return new Promise<never>(() => {})
  },
}
const ledger = openTally({ events, projections: killed, vault }, 'killed')
for (const amount of [3, 4, 3]) await unwrap(ledger.execute({ type: 'Add', name: 'a', amount }, meta))
await unwrap(ledger.settle())
