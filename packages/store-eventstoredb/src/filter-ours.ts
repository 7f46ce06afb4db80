import { StoreFailure } from '@zhiyuan/runtime/store'
import type { ServerEvent } from './client.ts'
import { damaged } from './advice.ts'
import type { Server } from './server.ts'

const forgetful = ['$maxAge', '$maxCount', '$tb']

/** Settings by which the next scavenge deletes events. */
const listForgetful = ({ data }: ServerEvent): ReadonlyArray<string> =>
  typeof data === 'object' && data !== null ? forgetful.filter((key) => key in data) : []

/** Refuses a stream whose events the server may forget, as things stand now; named by the stream of its settings. */
export const refuseForgetting = async (server: Server, settings: string, until: number): Promise<void> => {
  const told = await server.settings(settings, until)
  const keys = told === null ? [] : listForgetful(told)
  if (keys.length > 0) throw new StoreFailure(damaged('retention', `${keys.join(', ')} at ${settings}`))
}

/**
 * The log's own among events that the server holds: neither links nor what it says of itself, nor other logs'. Refuses streams that were deleted, and those whose
 * events may be forgotten: settings that come by and were taken off since are no matter.
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
