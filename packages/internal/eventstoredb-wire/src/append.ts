import shared from '@eventstore/db-client/generated/shared_pb.js'
import pb from '@eventstore/db-client/generated/streams_pb.js'
import type grpc from '@grpc/grpc-js'
import type { Expected } from './commit.ts'
import {
  invalidArgument,
  maximumAppendSizeExceeded,
  requiredMetadataMissing,
  streamDeleted,
  timedOut,
  type Failure,
} from './errors.ts'
import { appendUnder, type Answer as Outcome } from './faulty-append.ts'
import { readStreamName } from './names.ts'
import { refusal, type Node } from './node.ts'
import { findMissing, readProposed } from './proposed.ts'
import { eventSize, type Proposed } from './record.ts'

type Options = InstanceType<typeof pb.AppendReq.Options>
type Answer = (failure: Failure | null, response?: pb.AppendResp) => void

/** The fields that an append, a delete and a tombstone share. */
export const readExpected = (
  options: Pick<Options, 'hasRevision' | 'getRevision' | 'hasNoStream' | 'hasStreamExists'>,
): Expected => {
  if (options.hasRevision()) return Number(options.getRevision())
  if (options.hasNoStream()) return 'no_stream'
  return options.hasStreamExists() ? 'stream_exists' : 'any'
}

const success = (revision: number, position: number | undefined): pb.AppendResp => {
  const done = new pb.AppendResp.Success()
  if (revision < 0) done.setNoStream(new shared.Empty())
  else done.setCurrentRevision(String(revision))
  if (position === undefined) done.setNoPosition(new shared.Empty())
  else {
    const at = String(position)
    done.setPosition(new pb.AppendResp.Position().setCommitPosition(at).setPreparePosition(at))
  }
  return new pb.AppendResp().setSuccess(done)
}

const wrongVersion = (expected: Expected, current: number): pb.AppendResp => {
  const wrong = new pb.AppendResp.WrongExpectedVersion()
  if (current < 0) wrong.setCurrentNoStream(new shared.Empty())
  else wrong.setCurrentRevision(String(current))
  if (expected === 'any') wrong.setExpectedAny(new shared.Empty())
  else if (expected === 'no_stream') wrong.setExpectedNoStream(new shared.Empty())
  else if (expected === 'stream_exists') wrong.setExpectedStreamExists(new shared.Empty())
  else wrong.setExpectedRevision(String(expected))
  return new pb.AppendResp().setWrongExpectedVersion(wrong)
}

const replyTo = (options: Options, outcome: Outcome, positions: boolean): Parameters<Answer> => {
  switch (outcome.type) {
    case 'Appended':
      return [null, success(outcome.revision, positions ? outcome.position : undefined)]
    case 'WrongExpectedVersion':
      return [null, wrongVersion(readExpected(options), outcome.current)]
    case 'TimedOut':
      return [timedOut()]
    case 'StreamDeleted':
      return [streamDeleted(readStreamName(options.getStreamIdentifier()))]
  }
}

/** The requests so far. */
interface Asked {
  readonly events: Proposed[]
  options: Options | undefined
  size: number
}

/** The reason why the append is refused before its end. */
const take = (node: Node, asked: Asked, request: pb.AppendReq): Failure | undefined => {
  asked.options ??= request.getOptions()
  const message = request.getProposedMessage()
  if (message === undefined) return undefined
  const missing = findMissing(message)
  if (missing !== undefined) return requiredMetadataMissing(missing)
  const event = readProposed(message)
  asked.events.push(event)
  asked.size += eventSize(event)
  return asked.size > node.maxAppendSize ? maximumAppendSizeExceeded(node.maxAppendSize) : undefined
}

const answerOnce = (answer: Answer): Answer => {
  let answered = false
  return (...parts) => {
    if (!answered) answer(...parts)
    answered = true
  }
}

const commit = (
  node: Node,
  { options, events }: Asked,
  { answer, kill }: { answer: Answer; kill: () => void },
): void => {
  if (options === undefined) return answer(invalidArgument('No options were sent'))
  const write = { stream: readStreamName(options.getStreamIdentifier()), expected: readExpected(options), events }
  appendUnder(node, write, {
    answer: (outcome) => answer(...replyTo(options, outcome, node.positions)),
    fail: answer,
    kill,
  })
}

/** A call that is cut off ends too, its events not all there, and is known as cut off up to two turns later. */
const runSoon = (work: () => void, turns = 3): void =>
  void setImmediate(() => (turns === 1 ? work() : runSoon(work, turns - 1)))

/** Append: options, then one message an event, then one answer. */
export const appendCall =
  (node: Node) =>
  (call: grpc.ServerReadableStream<pb.AppendReq, pb.AppendResp>, answer: Answer): void => {
    node.calls.append++
    const asked: Asked = { events: [], options: undefined, size: 0 }
    let refused = refusal(node, call.metadata)
    if (refused !== undefined) return answer(refused)
    call.on('data', (request: pb.AppendReq) => {
      if (refused !== undefined) return
      refused = take(node, asked, request)
      if (refused !== undefined) answer(refused)
    })
    call.on('end', () => {
      runSoon(() => {
        if (refused === undefined && !call.cancelled)
          commit(node, asked, { answer: answerOnce(answer), kill: () => node.kill(call.getPeer()) })
      })
    })
    call.on('error', () => undefined)
  }
