import { randomUUID } from 'node:crypto'
import { append } from './commit.ts'
import type { Log } from './log.ts'
import { utf8 } from './record.ts'

const own: ReadonlyArray<readonly [stream: string, type: string, data: string]> = [
  ['$$$stats', '$metadata', '{"$maxAge":2592000}'],
  ['$users', '$User', 'admin'],
  ['$user-admin', '$UserCreated', '{"loginName":"admin","fullName":"Event Store Administrator","groups":["$admins"]}'],
]

/** What a server writes about itself before the first append: `$all` is never empty. */
export const seed = (log: Log): Log => {
  log.skip(128)
  for (const [stream, type, data] of own) {
    const event = { id: randomUUID(), type, isJson: data.startsWith('{'), data: utf8(data), metadata: new Uint8Array() }
    append(log, { stream, expected: 'no_stream', events: [event] })
  }
  return log
}
