import { unwrap, type EventStore } from '@zhiyuan/runtime'
import type { FinalLog } from './findings.ts'

/** Reads the final log: no process may write any more. */
export const readFinalLog = async (store: EventStore): Promise<FinalLog> => {
  const { events } = await unwrap(store.readAll(null, 1_000_000))
  return {
    events: events.map(({ position, event: { id, stream, version } }) => ({ id, stream, version, position })),
    dense: store.capabilities.dense,
    compare: store.compare,
  }
}
