import shared from '@eventstore/db-client/generated/shared_pb.js'
import pb from '@eventstore/db-client/generated/streams_pb.js'
import { identifierOf } from './names.ts'
import { tombstoneRevision, type Stored } from './record.ts'

const TICKS_PER_MILLISECOND = 10_000n

type Recorded = InstanceType<typeof pb.ReadResp.ReadEvent.RecordedEvent>

const revisionText = (revision: number): string =>
  revision === tombstoneRevision ? '9223372036854775807' : String(revision)

const recorded = (event: Stored): Recorded => {
  const record = new pb.ReadResp.ReadEvent.RecordedEvent()
  record.setId(new shared.UUID().setString(event.id))
  record.setStreamIdentifier(identifierOf(event.stream))
  record.setStreamRevision(revisionText(event.revision))
  record.setCommitPosition(String(event.position))
  record.setPreparePosition(String(event.position))
  record
    .getMetadataMap()
    .set('type', event.type)
    .set('created', String(BigInt(event.created) * TICKS_PER_MILLISECOND))
    .set('content-type', event.isJson ? 'application/json' : 'application/octet-stream')
  record.setData(event.data)
  record.setCustomMetadata(event.metadata)
  return record
}

const bytesOf = (response: pb.ReadResp): Buffer => Buffer.from(response.serializeBinary())

/** A message of a read as it goes over the wire. */
export interface Frame {
  readonly type: 'event' | 'control'
  readonly bytes: Buffer
}

const control = (response: pb.ReadResp): Frame => ({ type: 'control', bytes: bytesOf(response) })

const frames = new WeakMap<Stored, Frame>()

/** The message of an event, built once. */
export const eventFrame = (event: Stored): Frame => {
  const known = frames.get(event)
  if (known !== undefined) return known
  const read = new pb.ReadResp.ReadEvent().setEvent(recorded(event)).setCommitPosition(String(event.position))
  const frame: Frame = { type: 'event', bytes: bytesOf(new pb.ReadResp().setEvent(read)) }
  frames.set(event, frame)
  return frame
}

/** A link and the event that it points to; without it when that cannot be seen. */
export const linkFrame = (link: Stored, target: Stored | undefined): Frame => {
  const read = new pb.ReadResp.ReadEvent().setLink(recorded(link)).setCommitPosition(String(link.position))
  if (target !== undefined) read.setEvent(recorded(target))
  return { type: 'event', bytes: bytesOf(new pb.ReadResp().setEvent(read)) }
}

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
    new pb.ReadResp().setStreamNotFound(new pb.ReadResp.StreamNotFound().setStreamIdentifier(identifierOf(stream))),
  )

export const caughtUpFrame: Frame = control(new pb.ReadResp().setCaughtUp(new pb.ReadResp.CaughtUp()))
