import { createHash } from 'node:crypto'
import type { CommandId, EventId, StreamName } from '@zhiyuan/kernel'

/**
 * Ids of the events that a command has in a stream, by their place among them, from 0. They name the stream by 16 characters of its digest:
 * a store may compare ids within one stream only. So no two events of a log share an id, even where a caller uses a command id again on
 * another stream.
 *
 * @example
 * const idOf = deriveEventIds(commandId, 'order-o1')
 */
export const deriveEventIds = (commandId: CommandId, stream: StreamName): ((index: number) => EventId) => {
  const tag = createHash('sha256').update(stream).digest('base64url').slice(0, 16)
  return (index) => `${commandId}.${tag}.${index}` as EventId
}
