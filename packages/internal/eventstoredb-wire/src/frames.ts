import pb from '@eventstore/db-client/generated/streams_pb.js'
import { streamIdentifier } from './names.ts'
import { Backwards } from './protobuf.ts'
import type { Stored } from './record.ts'

/** A message of a read as it goes over the wire. */
export interface Frame {
  readonly type: 'event' | 'control'
  readonly bytes: Buffer
}

const TICKS_PER_MILLISECOND = 10_000n

const entry = (to: Backwards, key: string, value: string): void => {
  const end = to.at
  to.text(2, value).text(1, key).wrap(6, end)
}

/** RecordedEvent of streams.proto, by its field numbers, the last first. */
const record = (to: Backwards, field: number, event: Stored): void => {
  const end = to.at
  to.bytes(8, event.data).bytes(7, event.metadata)
  entry(to, 'content-type', event.isJson ? 'application/json' : 'application/octet-stream')
  entry(to, 'created', String(BigInt(event.created) * TICKS_PER_MILLISECOND))
  entry(to, 'type', event.type)
  to.number(5, event.position).number(4, event.position).number(3, event.revision)
  const afterStream = to.at
  to.text(3, event.stream).wrap(2, afterStream)
  const afterId = to.at
  to.text(2, event.id).wrap(1, afterId).wrap(field, end)
}

/** An upper bound for the parts of a message that do not differ from event to event. */
const frameSize = (event: Stored | undefined): number =>
  event === undefined
    ? 0
    : 256 + event.data.length + event.metadata.length + 3 * (event.stream.length + event.type.length + event.id.length)

/** ReadResp with a ReadEvent: the event, the link that led to it, and the position of the one that was read. */
const readEvent = (event: Stored | undefined, link: Stored | undefined): Frame => {
  const to = new Backwards(32 + frameSize(event) + frameSize(link))
  const end = to.at
  to.number(3, (link ?? event)?.position ?? 0)
  if (link !== undefined) record(to, 2, link)
  if (event !== undefined) record(to, 1, event)
  return { type: 'event', bytes: to.wrap(1, end).done() }
}

const serialize = (response: pb.ReadResp): Buffer => Buffer.from(response.serializeBinary())

const control = (response: pb.ReadResp): Frame => ({ type: 'control', bytes: serialize(response) })

const frames = new WeakMap<Stored, Frame>()

/** The message of an event, built once. */
export const eventFrame = (event: Stored): Frame => {
  const known = frames.get(event)
  if (known !== undefined) return known
  const frame = readEvent(event, undefined)
  frames.set(event, frame)
  return frame
}

/** A link with the event that it points to, or alone where that event cannot be seen. */
export const linkFrame = (link: Stored, target: Stored | undefined): Frame => readEvent(target, link)

export const confirmationFrame = (id: string): Frame =>
  control(new pb.ReadResp().setConfirmation(new pb.ReadResp.SubscriptionConfirmation().setSubscriptionId(id)))

export const checkpointFrame = (position: number): Frame =>
  control(
    new pb.ReadResp().setCheckpoint(
      new pb.ReadResp.Checkpoint().setCommitPosition(String(position)).setPreparePosition(String(position)),
    ),
  )

export const streamNotFoundFrame = (stream: string): Frame =>
  control(
    new pb.ReadResp().setStreamNotFound(new pb.ReadResp.StreamNotFound().setStreamIdentifier(streamIdentifier(stream))),
  )

export const caughtUpFrame: Frame = control(new pb.ReadResp().setCaughtUp(new pb.ReadResp.CaughtUp()))
