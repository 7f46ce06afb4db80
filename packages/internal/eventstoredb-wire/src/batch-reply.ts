import shared from '@eventstore/db-client/generated/shared_pb.js'
import pb from '@eventstore/db-client/generated/streams_pb.js'
import rpc from '@eventstore/db-client/generated/status_pb.js'
import code from '@eventstore/db-client/generated/code_pb.js'
import any from 'google-protobuf/google/protobuf/any_pb.js'
import empty from 'google-protobuf/google/protobuf/empty_pb.js'
import type { Expected } from './commit.ts'
import type { Answer } from './faulty-append.ts'
import { streamIdentifier } from './names.ts'

type Detail =
  'WrongExpectedVersion' | 'StreamDeleted' | 'AccessDenied' | 'Timeout' | 'MaximumAppendSizeExceeded' | 'BadRequest'

const status = (name: Detail, grpcCode: code.Code, detail: { serializeBinary(): Uint8Array }): rpc.Status => {
  const packed = new any.Any()
  packed.pack(detail.serializeBinary(), `event_store.client.${name}`)
  return new rpc.Status().setCode(grpcCode).setMessage(name).setDetails(packed)
}

export const accessDeniedStatus = () => status('AccessDenied', code.Code.PERMISSION_DENIED, new shared.AccessDenied())
export const timeoutStatus = () => status('Timeout', code.Code.DEADLINE_EXCEEDED, new shared.Timeout())
export const tooLargeStatus = (bytes: number) =>
  status(
    'MaximumAppendSizeExceeded',
    code.Code.INVALID_ARGUMENT,
    new shared.MaximumAppendSizeExceeded().setMaxappendsize(bytes),
  )
export const badRequestStatus = (message: string) =>
  status('BadRequest', code.Code.INVALID_ARGUMENT, new shared.BadRequest().setMessage(message))

const wrongVersionStatus = (expected: Expected, current: number): rpc.Status => {
  const detail = new shared.WrongExpectedVersion()
  if (current < 0) detail.setCurrentNoStream(new empty.Empty())
  else detail.setCurrentStreamRevision(String(current))
  if (expected === 'any') detail.setExpectedAny(new empty.Empty())
  else if (expected === 'no_stream') detail.setExpectedNoStream(new empty.Empty())
  else if (expected === 'stream_exists') detail.setExpectedStreamExists(new empty.Empty())
  else detail.setExpectedStreamPosition(String(expected))
  return status('WrongExpectedVersion', code.Code.ALREADY_EXISTS, detail)
}

export interface Asked {
  readonly correlationId: shared.UUID | undefined
  readonly stream: string
  readonly expected: Expected
}

const reply = ({ correlationId, stream }: Pick<Asked, 'correlationId' | 'stream'>): pb.BatchAppendResp =>
  new pb.BatchAppendResp().setCorrelationId(correlationId).setStreamIdentifier(streamIdentifier(stream))

export const refusedReply = (asked: Pick<Asked, 'correlationId' | 'stream'>, why: rpc.Status): pb.BatchAppendResp =>
  reply(asked).setError(why)

const makeSuccess = (revision: number, position: number | undefined) => {
  const success = new pb.BatchAppendResp.Success()
  if (revision < 0) success.setNoStream(new empty.Empty())
  else success.setCurrentRevision(String(revision))
  if (position === undefined) return success.setNoPosition(new empty.Empty())
  const at = String(position)
  return success.setPosition(new shared.AllStreamPosition().setCommitPosition(at).setPreparePosition(at))
}

/** The answer to one append, with its position where the server tells positions. */
export const batchReply = (asked: Asked, outcome: Answer, positions: boolean): pb.BatchAppendResp => {
  switch (outcome.type) {
    case 'Appended':
      return reply(asked).setSuccess(makeSuccess(outcome.revision, positions ? outcome.position : undefined))
    case 'WrongExpectedVersion':
      return refusedReply(asked, wrongVersionStatus(asked.expected, outcome.current))
    case 'TimedOut':
      return refusedReply(asked, timeoutStatus())
    case 'StreamDeleted': {
      const deleted = new shared.StreamDeleted().setStreamIdentifier(streamIdentifier(asked.stream))
      return refusedReply(asked, status('StreamDeleted', code.Code.NOT_FOUND, deleted))
    }
  }
}
