/** Several processes use one file: what they were told, and what is in it at the end. */
import { promised } from '@zhiyuan/runtime'
import { finalLogOf, historyOf } from '@zhiyuan/testing/history'
import { openSqlite } from './index.ts'
import { scratchFile } from './scratch.toy.ts'

export const eightOnOneFile = async (operations: number, seed: number) => {
  const file = scratchFile()
  const script = new URL('./history-process.toy.ts', import.meta.url)
  const history = await historyOf({ script, args: [file], processes: 8, operations, seed })
  const { events, projections } = await promised(openSqlite({ file, create: true }))
  const final = await finalLogOf(events)
  await events.close()
  await projections.close()
  return { history, final }
}
