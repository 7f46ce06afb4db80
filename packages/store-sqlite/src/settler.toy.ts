/** Takes two commands, lets the process act, and is killed where it would write down how far it came. */
import { promised } from '@zhiyuan/runtime'
import { openSqlite, openSqliteVault } from './index.ts'
import { meta, openTally } from './ledger.toy.ts'

const [file = ''] = process.argv.slice(2)
const { events, projections } = await promised(openSqlite({ file, create: true }))
const vault = await promised(openSqliteVault({ file: `${file}.vault`, create: true }))
const killed = {
  ...projections,
  commit: () => () => {
    process.kill(process.pid, 'SIGKILL')
    return new Promise<never>(() => {})
  },
}
const ledger = openTally({ events, projections: killed, vault }, 'killed')
for (const amount of [3, 4, 3]) await promised(ledger.execute({ type: 'Add', name: 'a', amount }, meta))
await promised(ledger.settle())
