import type pb from '@eventstore/db-client/generated/streams_pb.js'
import type { Proposed } from './record.ts'

type Message =
  InstanceType<typeof pb.AppendReq.ProposedMessage> | InstanceType<typeof pb.BatchAppendReq.ProposedMessage>

export interface Uuid {
  hasStructured(): boolean
  getString(): string
  getStructured(): { getMostSignificantBits(): string; getLeastSignificantBits(): string } | undefined
}

const hex = (bits: string | undefined): string =>
  BigInt.asUintN(64, BigInt(bits ?? 0))
    .toString(16)
    .padStart(16, '0')

/** The text of an id, in whichever of the two ways it came. */
export const uuidText = (uuid: Uuid | undefined): string => {
  if (uuid?.hasStructured() !== true) return uuid?.getString() ?? ''
  const structured = uuid.getStructured()
  const digits = hex(structured?.getMostSignificantBits()) + hex(structured?.getLeastSignificantBits())
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}

/** What every event must say about itself, besides its bytes. */
export const missingIn = (message: Message): string | undefined =>
  ['type', 'content-type'].find((key) => message.getMetadataMap().get(key) === undefined)

export const proposedOf = (message: Message): Proposed => ({
  id: uuidText(message.getId()),
  type: message.getMetadataMap().get('type') ?? '',
  isJson: message.getMetadataMap().get('content-type') === 'application/json',
  data: message.getData_asU8(),
  metadata: message.getCustomMetadata_asU8(),
})
