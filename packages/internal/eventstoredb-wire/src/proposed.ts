import type pb from '@eventstore/db-client/generated/streams_pb.js'
import { uuidText } from './names.ts'
import type { Proposed } from './record.ts'

type Message =
  InstanceType<typeof pb.AppendReq.ProposedMessage> | InstanceType<typeof pb.BatchAppendReq.ProposedMessage>

/** The metadata that every event must have, besides its bytes. */
export const findMissing = (message: Message): string | undefined =>
  ['type', 'content-type'].find((key) => message.getMetadataMap().get(key) === undefined)

export const readProposed = (message: Message): Proposed => ({
  id: uuidText(message.getId()),
  type: message.getMetadataMap().get('type') ?? '',
  isJson: message.getMetadataMap().get('content-type') === 'application/json',
  data: message.getData_asU8(),
  metadata: message.getCustomMetadata_asU8(),
})
