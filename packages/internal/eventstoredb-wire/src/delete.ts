import shared from '@eventstore/db-client/generated/shared_pb.js'
import pb from '@eventstore/db-client/generated/streams_pb.js'
import type grpc from '@grpc/grpc-js'
import { readExpected } from './append.ts'
import { softDelete, tombstone, type Expected, type Outcome } from './commit.ts'
import { invalidArgument, streamDeleted, wrongExpectedVersion, type Failure } from './errors.ts'
import { readStreamName } from './names.ts'
import { refusal, type Node } from './node.ts'

type Answer<Response> = (failure: Failure | null, response?: Response) => void

/** The trailer in which the real server names the expected revision. */
const encodeExpected = (expected: Expected): number =>
  expected === 'any' ? -2 : expected === 'no_stream' ? -1 : expected === 'stream_exists' ? -4 : expected

const describeFailure = (
  stream: string,
  expected: Expected,
  outcome: Exclude<Outcome, { type: 'Appended' }>,
): Failure =>
  outcome.type === 'StreamDeleted'
    ? streamDeleted(stream)
    : wrongExpectedVersion(stream, encodeExpected(expected), outcome.current)

/** Delete: the stream is hidden until a client appends to it. */
export const deleteCall =
  (node: Node) =>
  (call: grpc.ServerUnaryCall<pb.DeleteReq, pb.DeleteResp>, answer: Answer<pb.DeleteResp>): void => {
    node.calls.delete++
    const refused = refusal(node, call.metadata)
    const options = call.request.getOptions()
    if (refused !== undefined || options === undefined)
      return answer(refused ?? invalidArgument('No options were sent'))
    const stream = readStreamName(options.getStreamIdentifier())
    const expected = readExpected(options)
    const outcome = softDelete(node.log, { stream, expected })
    if (outcome.type !== 'Appended') return answer(describeFailure(stream, expected, outcome))
    if (!node.positions) return answer(null, new pb.DeleteResp().setNoPosition(new shared.Empty()))
    const at = String(outcome.position)
    answer(
      null,
      new pb.DeleteResp().setPosition(new pb.DeleteResp.Position().setCommitPosition(at).setPreparePosition(at)),
    )
  }

/** Tombstone: the stream is deleted for ever. */
export const tombstoneCall =
  (node: Node) =>
  (call: grpc.ServerUnaryCall<pb.TombstoneReq, pb.TombstoneResp>, answer: Answer<pb.TombstoneResp>): void => {
    node.calls.tombstone++
    const refused = refusal(node, call.metadata)
    const options = call.request.getOptions()
    if (refused !== undefined || options === undefined)
      return answer(refused ?? invalidArgument('No options were sent'))
    const stream = readStreamName(options.getStreamIdentifier())
    const expected = readExpected(options)
    const outcome = tombstone(node.log, { stream, expected })
    if (outcome.type !== 'Appended') return answer(describeFailure(stream, expected, outcome))
    if (!node.positions) return answer(null, new pb.TombstoneResp().setNoPosition(new shared.Empty()))
    const at = String(outcome.position)
    answer(
      null,
      new pb.TombstoneResp().setPosition(new pb.TombstoneResp.Position().setCommitPosition(at).setPreparePosition(at)),
    )
  }
