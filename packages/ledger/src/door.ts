/** What comes in from callers, before the runtime sees it: JSON that may be anything. */
import * as E from 'fp-ts/lib/Either.js'
import { roles } from '@zhiyuan/domain'
import { decodeRefused, type DecodeRefused } from '@zhiyuan/kernel'
import type { CommandMeta, Sent } from '@zhiyuan/runtime'

type Read<A> = E.Either<DecodeRefused, A>
type Fields = Readonly<Record<string, unknown>>

const roleNames: ReadonlySet<unknown> = new Set(Object.values(roles))
const metaKeys: ReadonlySet<string> = new Set(['actor', 'occurredAt', 'commandId', 'traceparent'])
const entryKeys: ReadonlySet<string> = new Set(['command', 'by'])

const recordOrNone = (value: unknown): Fields => (typeof value === 'object' && value !== null ? (value as Fields) : {})

const refuseUnknownKey = (fields: Fields, known: ReadonlySet<string>, root: string): DecodeRefused | null => {
  const unknown = Object.keys(fields).find((key) => !known.has(key))
  return unknown === undefined ? null : decodeRefused(`${root}.${unknown}`, 'unknown key')
}

/** As the runtime names what is said beside a command: the command's own paths begin with `$`. */
const senderRoot = '$.sender'

/** A getter or a proxy may throw when it is read: then it is no JSON. */
const guardRead = <A>(root: string, read: () => Read<A>): Read<A> =>
  E.flatten(E.tryCatch(read, () => decodeRefused(root, 'JSON')))

/** A role that no rule knows is refused here, since what is written says for ever as what a person acted (G4). */
const readSender = (by: unknown): Read<CommandMeta> => {
  const fields = recordOrNone(by)
  const unknownKey = refuseUnknownKey(fields, metaKeys, senderRoot)
  if (unknownKey !== null) return E.left(unknownKey)
  const actor = { type: 'person', ...recordOrNone(fields['actor']) } as Fields
  if (actor['role'] !== undefined && !roleNames.has(actor['role']))
    return E.left(decodeRefused(`${senderRoot}.actor.role`, 'RoleName'))
  // The runtime decodes it: what its type promises is checked there.
  return E.right({ ...fields, actor } as unknown as CommandMeta)
}

/** The metadata of a command in the form that the runtime takes, which refuses what is missing, and a caller who acts as a process. */
export const readMeta = (by: unknown): Read<CommandMeta> => guardRead(senderRoot, () => readSender(by))

/** An entry of a batch: `{ command, by }` and nothing else. */
const readEntry = (entry: unknown): Read<Sent> =>
  guardRead('$', () => {
    const fields = recordOrNone(entry)
    const unknownKey = refuseUnknownKey(fields, entryKeys, '$')
    if (unknownKey !== null) return E.left(unknownKey)
    return E.map((meta: CommandMeta): Sent => ({ command: fields['command'], meta }))(readMeta(fields['by']))
  })

/** The entries of a batch; a hole of a sparse list is an entry that is none. */
export const readBatch = (batch: unknown): Read<ReadonlyArray<Read<Sent>>> =>
  Array.isArray(batch) ? E.right(Array.from(batch, readEntry)) : E.left(decodeRefused('$', 'list'))
