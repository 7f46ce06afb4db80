import type pb from '@eventstore/db-client/generated/streams_pb.js'
import type shared from '@eventstore/db-client/generated/shared_pb.js'
import type grpc from '@grpc/grpc-js'
import * as answers from './batch-reply.ts'
import type { Expected } from './commit.ts'
import type { Failure } from './errors.ts'
import { appendUnder, type Answer } from './faulty-append.ts'
import { readStreamName, uuidText } from './names.ts'
import { tellLeader, isDenied, type Node } from './node.ts'
import { findMissing, readProposed } from './proposed.ts'
import { eventSize, type Proposed } from './record.ts'

type BatchCall = grpc.ServerDuplexStream<pb.BatchAppendReq, pb.BatchAppendResp>
type Options = InstanceType<typeof pb.BatchAppendReq.Options>

/** An append of which not all requests have come. */
interface Pending extends answers.Asked {
  readonly events: Proposed[]
  readonly deadline: number
  size: number
}

const readExpected = (options: Options): Expected => {
  if (options.hasStreamPosition()) return Number(options.getStreamPosition())
  if (options.hasNoStream()) return 'no_stream'
  return options.hasStreamExists() ? 'stream_exists' : 'any'
}

const beginPending = (correlationId: shared.UUID | undefined, options: Options): Pending => ({
  correlationId,
  stream: readStreamName(options.getStreamIdentifier()),
  expected: readExpected(options),
  deadline: options.getDeadline()?.toDate().getTime() ?? Number.POSITIVE_INFINITY,
  events: [],
  size: 0,
})

/** One stream of appends: the first request of each brings its options, the last says that it is the last. */
class Batches {
  readonly #node: Node
  readonly #call: BatchCall
  readonly #pending = new Map<string, Pending>()
  #unanswered = 0
  #state: 'open' | 'closing' | 'over' = 'open'

  constructor(node: Node, call: BatchCall) {
    this.#node = node
    this.#call = call
  }

  take(request: pb.BatchAppendReq): void {
    if (this.#state === 'over') return
    const id = uuidText(request.getCorrelationId())
    const options = request.getOptions()
    if (options !== undefined) this.#pending.set(id, beginPending(request.getCorrelationId(), options))
    const pending = this.#pending.get(id)
    if (pending === undefined) return
    const why = this.#wrong(pending, request)
    if (why !== undefined) {
      this.#pending.delete(id)
      this.#call.write(answers.refusedReply(pending, why))
    } else if (request.getIsFinal()) {
      this.#pending.delete(id)
      this.#commit(pending)
    }
  }

  #wrong(pending: Pending, request: pb.BatchAppendReq) {
    if (isDenied(this.#node, this.#call.metadata)) return answers.accessDeniedStatus()
    if (pending.deadline <= Date.now()) return answers.timeoutStatus()
    for (const message of request.getProposedMessagesList()) {
      const missing = findMissing(message)
      if (missing !== undefined) return answers.badRequestStatus(`The given key '${missing}' was not present`)
      const event = readProposed(message)
      pending.events.push(event)
      pending.size += eventSize(event)
    }
    return pending.size > this.#node.maxAppendSize ? answers.tooLargeStatus(this.#node.maxAppendSize) : undefined
  }

  #commit(pending: Pending): void {
    this.#node.calls.batchAppend++
    const refused = tellLeader(this.#node, this.#call.metadata)
    if (refused !== undefined) return this.#fail(refused)
    this.#unanswered++
    appendUnder(this.#node, pending, {
      answer: (outcome) => this.#answer(pending, outcome),
      fail: (failure) => this.#fail(failure),
      kill: () => this.#node.kill(this.#call.getPeer()),
    })
  }

  #answer(pending: Pending, outcome: Answer): void {
    this.#call.write(answers.batchReply(pending, outcome, this.#node.positions))
    this.#unanswered--
    if (this.#state === 'closing') this.close()
  }

  /** The whole stream ends, with every other request on it, as on the real server. */
  #fail(failure: Failure): void {
    this.#state = 'over'
    this.#call.emit('error', failure)
  }

  /** Nothing more is asked: ends once all is answered. */
  close(): void {
    this.#state = this.#unanswered > 0 ? 'closing' : 'over'
    if (this.#state === 'over') this.#call.end()
  }
}

/** BatchAppend: many appends on one stream, each answered under its correlation id. */
export const batchAppendCall =
  (node: Node) =>
  (call: BatchCall): void => {
    const batches = new Batches(node, call)
    call.on('data', (request: pb.BatchAppendReq) => batches.take(request))
    call.on('end', () => batches.close())
    call.on('error', () => undefined)
  }
