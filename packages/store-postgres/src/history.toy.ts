/** Several processes use one server: what they were told, and what is in the log at the end. */
import { promised } from '@zhiyuan/runtime'
import { finalLogOf, historyOf } from '@zhiyuan/testing/history'
import { openPostgres, type PostgresOptions } from './index.ts'

export const eightOnOneServer = async (options: PostgresOptions, operations: number, seed: number) => {
  const script = new URL('./history-process.toy.ts', import.meta.url)
  const history = await historyOf({ script, args: [JSON.stringify(options)], processes: 8, operations, seed })
  const { events, projections } = await promised(openPostgres(options))
  const final = await finalLogOf(events)
  await events.close()
  await projections.close()
  return { history, final }
}
