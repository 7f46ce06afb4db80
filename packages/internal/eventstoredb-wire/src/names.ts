import shared from '@eventstore/db-client/generated/shared_pb.js'
import { utf8 } from './record.ts'

export const streamIdentifier = (stream: string): shared.StreamIdentifier =>
  new shared.StreamIdentifier().setStreamName(utf8(stream))

export const readStreamName = (identifier: shared.StreamIdentifier | undefined): string =>
  Buffer.from(identifier?.getStreamName_asU8() ?? []).toString('utf8')

const hex = (bits: string | undefined): string =>
  BigInt.asUintN(64, BigInt(bits ?? 0))
    .toString(16)
    .padStart(16, '0')

/** The text of an id, which comes in one of two ways. */
export const uuidText = (uuid: shared.UUID | undefined): string => {
  if (uuid?.hasStructured() !== true) return uuid?.getString() ?? ''
  const structured = uuid.getStructured()
  const digits = hex(structured?.getMostSignificantBits()) + hex(structured?.getLeastSignificantBits())
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}
