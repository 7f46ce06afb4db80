import { promised } from '@zhiyuan/runtime'
import { storeConformance } from '@zhiyuan/testing'
import { openSqlite, openSqliteVault } from './index.ts'
import { scratchFile } from './scratch.toy.ts'

storeConformance('in a SQLite file', {
  events: async () => {
    const { events, projections } = await promised(openSqlite({ file: scratchFile() }))
    await projections.close()
    return events
  },
  projections: async () => {
    const { events, projections } = await promised(openSqlite({ file: scratchFile() }))
    await events.close()
    return projections
  },
  vault: () => promised(openSqliteVault({ file: scratchFile() })),
})
