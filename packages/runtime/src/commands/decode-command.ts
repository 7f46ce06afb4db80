import * as E from 'fp-ts/lib/Either.js'
import {
  Actor,
  closed,
  CommandId,
  decode,
  decodeRefused,
  futureBoundMs,
  inputBounds,
  Instant,
  nullable,
  plusMillis,
  Traceparent,
  utf8Bytes,
  refuseDepth,
  type CommandDigest,
  type DecodeRefused,
  type Jurisdiction,
  type StreamName,
  type Typed,
} from '@zhiyuan/kernel'
import { digestCommand } from './command-digest.ts'
import type { CommandMeta } from './outcome.ts'
import type { Registry, Served } from './registry.ts'

const Meta = closed({
  actor: Actor,
  occurredAt: Instant,
  commandId: CommandId,
  correlationId: nullable(CommandId),
  traceparent: nullable(Traceparent),
})

/** The metadata of a command with every default filled in. */
export interface Said {
  readonly actor: Actor
  readonly occurredAt: Instant
  readonly commandId: CommandId
  readonly correlationId: CommandId
  readonly traceparent: Traceparent | null
}

/** A decoded command with the slice that answers it and the stream it is about. */
export interface ValidCommand {
  readonly slice: Served
  readonly stream: StreamName
  readonly command: Typed
  /** Of the command's canonical JSON. */
  readonly digest: CommandDigest
  readonly said: Said
}

/** JSON text of an input that is neither too deep nor too large; anything else is refused. */
const boundedJson = (input: unknown): E.Either<DecodeRefused, string> => {
  const shallow = refuseDepth(input)
  if (E.isLeft(shallow)) return shallow
  const text = E.tryCatch(
    () => JSON.stringify(input) as string | undefined,
    () => decodeRefused('$', 'JSON'),
  )
  if (E.isLeft(text)) return text
  if (text.right === undefined) return E.left(decodeRefused('$', 'JSON'))
  const tooLarge = text.right.length > inputBounds.bytes || utf8Bytes(text.right) > inputBounds.bytes
  return tooLarge ? E.left(decodeRefused('$', `at most ${inputBounds.bytes} bytes`)) : E.right(text.right)
}

const readType = (input: unknown): string | null => {
  const type = typeof input === 'object' && input !== null ? (input as { readonly type?: unknown }).type : null
  return typeof type === 'string' ? type : null
}

type DecodedCommand = Pick<ValidCommand, 'slice' | 'command' | 'digest'>

/**
 * The command is a copy: later changes to the caller's input have no effect. The input is checked first, as JSON has no `-0`;
 * the copy is checked too, as an object's `toJSON` may give other content than the object holds.
 */
const decodeCommand = (registry: Registry, input: unknown): E.Either<DecodeRefused, DecodedCommand> => {
  const text = boundedJson(input)
  if (E.isLeft(text)) return text
  if (typeof input !== 'object' || input === null || Array.isArray(input)) return E.left(decodeRefused('$', 'record'))
  const slice = registry.serving(readType(input) ?? '')
  if (slice === undefined) return E.left(decodeRefused('$.type', 'unknown type'))
  const decoded = decode(slice.command)(input)
  if (E.isLeft(decoded)) return decoded
  const withDigest = (command: Typed) =>
    E.map((digest: CommandDigest): DecodedCommand => ({ slice, command, digest }))(digestCommand(command))
  return E.flatMap(withDigest)(decode(slice.command)(JSON.parse(text.right)))
}

/** An input that throws when it is read is not JSON. */
const guardRead = <A>(read: () => E.Either<DecodeRefused, A>): E.Either<DecodeRefused, A> =>
  E.flatten(E.tryCatch(read, () => decodeRefused('$', 'JSON')))

/** The paths of what is said beside a command begin with `$.sender`, those of the command with `$`. */
const refuseSender = ({ issues }: DecodeRefused): DecodeRefused => ({
  type: 'DecodeRefused',
  issues: issues.map(({ path, expected }) => ({ path: `$.sender${path.slice(1)}`, expected })),
})

/** Fills in what was not said: now, a fresh id, a correlation of its own. */
const readMeta = (
  meta: CommandMeta | undefined,
  now: Instant,
  freshId: () => string,
): E.Either<DecodeRefused, Said> => {
  const decoded = decode(Meta)({
    ...meta,
    actor: { ...meta?.actor },
    occurredAt: meta?.occurredAt ?? now,
    commandId: meta?.commandId ?? freshId(),
    correlationId: meta?.correlationId ?? null,
    traceparent: meta?.traceparent ?? null,
  })
  if (E.isLeft(decoded)) return E.left(refuseSender(decoded.left))
  const said = decoded.right
  const latest = plusMillis(now, futureBoundMs)
  if (said.occurredAt > latest) return E.left(refuseSender(decodeRefused('$.occurredAt', `at most ${latest}`)))
  return E.right({ ...said, correlationId: said.correlationId ?? said.commandId })
}

/** Decodes a command, or names the path at which it is malformed. Nothing is read or written. */
export const commandValidator =
  (registry: Registry, jurisdiction: Jurisdiction, freshId: () => string) =>
  (input: unknown, meta: CommandMeta | undefined, now: Instant): E.Either<DecodeRefused, ValidCommand> => {
    const decoded = guardRead(() => decodeCommand(registry, input))
    if (E.isLeft(decoded)) return decoded
    const said = readMeta(meta, now, freshId)
    if (E.isLeft(said)) return said
    const { slice, command, digest } = decoded.right
    return E.right({
      slice,
      command,
      digest,
      said: said.right,
      stream: slice.stream(command, jurisdiction),
    })
  }
