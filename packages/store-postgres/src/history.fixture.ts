/** Several processes use one server: their answers, and the log at the end. */
import { unwrap } from '@zhiyuan/runtime'
import { readFinalLog, runCrew } from '@zhiyuan/testing/history'
import { openPostgres, type PostgresOptions } from './index.ts'

export const eightOnOneServer = async (options: PostgresOptions, operations: number, seed: number) => {
  const script = new URL('./history-process.fixture.ts', import.meta.url)
  const history = await runCrew({ script, args: [JSON.stringify(options)], processes: 8, operations, seed })
  const { events, projections } = await unwrap(openPostgres(options))
  const final = await readFinalLog(events)
  await events.close()
  await projections.close()
  return { history, final }
}
