import { StoreFailure } from '@zhiyuan/runtime/store'
import type { ServerEvent } from './client.ts'
import { damaged } from './advice.ts'
import type { Server } from './server.ts'

const forgetful = ['$maxAge', '$maxCount', '$tb']

/** Settings by which the next scavenge deletes events. */
const listForgetful = ({ data }: ServerEvent): ReadonlyArray<string> =>
  typeof data === 'object' && data !== null ? forgetful.filter((key) => key in data) : []

/** Refuses a stream whose current settings let the server delete events. The stream is named by that of its settings. */
export const refuseForgetting = async (server: Server, settings: string, until: number): Promise<void> => {
  const told = await server.settings(settings, until)
  const keys = told === null ? [] : listForgetful(told)
  if (keys.length > 0) throw new StoreFailure(damaged('retention', `${keys.join(', ')} at ${settings}`))
}

/**
 * Picks the log's own events from the server's: no links, no system events, no other logs' events. Refuses streams that were deleted, and those whose
 * events the server may delete. Settings that were removed since do not matter.
 */
export const filterOurs = async (
  server: Server,
  events: ReadonlyArray<ServerEvent | null>,
  until: number,
): Promise<ReadonlyArray<ServerEvent>> => {
  const { isOurs, isSettings } = server.names
  const known = events.flatMap((event) => event ?? [])
  const doubtful = known.filter((event) => isSettings(event.streamId) && listForgetful(event).length > 0)
  for (const settings of new Set(doubtful.map(({ streamId }) => streamId)))
    await refuseForgetting(server, settings, until)
  const ours = known.filter(({ streamId }) => isOurs(streamId))
  const deleted = ours.find(({ type }) => type === '$streamDeleted')
  if (deleted !== undefined) throw new StoreFailure(damaged('retention', `${deleted.streamId} was deleted`))
  return ours
}
