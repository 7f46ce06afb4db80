/** Several processes use one file: their answers, and the log in it at the end. */
import { unwrap } from '@zhiyuan/runtime'
import { readFinalLog, runCrew } from '@zhiyuan/testing/history'
import { openSqlite } from './index.ts'
import { scratchFile } from './scratch.fixture.ts'

export const eightOnOneFile = async (operations: number, seed: number) => {
  const file = scratchFile()
  const script = new URL('./history-process.fixture.ts', import.meta.url)
  const history = await runCrew({ script, args: [file], processes: 8, operations, seed })
  const { events, projections } = await unwrap(openSqlite({ file, create: true }))
  const final = await readFinalLog(events)
  await events.close()
  await projections.close()
  return { history, final }
}
