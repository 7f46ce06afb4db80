import type pb from '@eventstore/db-client/generated/streams_pb.js'
import type grpc from '@grpc/grpc-js'
import { filterOf } from './filter.ts'
import { refusal, type Node } from './node.ts'
import { pump } from './pump.ts'
import { readAll, readStream, type From, type Reading, type Step } from './read.ts'
import { subscribeToAll, subscribeToStream } from './subscribe.ts'

type Options = InstanceType<typeof pb.ReadReq.Options>

const fromOf = (options: Options): From => {
  const stream = options.getStream()
  const all = options.getAll()
  if (stream?.hasStart() === true || all?.hasStart() === true) return 'start'
  if (stream?.hasRevision() === true) return Number(stream.getRevision())
  const position = all?.getPosition()
  return position === undefined ? 'end' : Number(position.getCommitPosition())
}

const readingOf = (options: Options): Reading => {
  const filter = options.getFilter()
  return {
    from: fromOf(options),
    backwards: options.getReadDirection() === 1,
    count: Number(options.getCount()),
    resolveLinks: options.getResolveLinks(),
    filter: filter === undefined ? undefined : filterOf(filter),
  }
}

export const streamNameOf = (identifier: { getStreamName_asU8(): Uint8Array } | undefined): string =>
  Buffer.from(identifier?.getStreamName_asU8() ?? []).toString('utf8')

const stepsOf = ({ log }: Node, options: Options): Generator<Step> => {
  const reading = readingOf(options)
  const stream = options.getStream()
  if (stream === undefined) return options.hasSubscription() ? subscribeToAll(log, reading) : readAll(log, reading)
  const name = streamNameOf(stream.getStreamIdentifier())
  return options.hasSubscription() ? subscribeToStream(log, name, reading) : readStream(log, name, reading)
}

/** Read: streams, `$all`, and subscriptions to both. */
export const readCall =
  (node: Node) =>
  (call: grpc.ServerWritableStream<pb.ReadReq, Buffer>): void => {
    const options = call.request.getOptions()
    if (options === undefined) return void call.end()
    node.calls[options.hasSubscription() ? 'subscribe' : 'read']++
    const refused = refusal(node, call.metadata)
    if (refused !== undefined) return void call.emit('error', refused)
    void pump(node, call, stepsOf(node, options))
  }
