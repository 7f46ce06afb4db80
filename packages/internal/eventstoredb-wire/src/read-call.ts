import pb from '@eventstore/db-client/generated/streams_pb.js'
import { invalidArgument } from './errors.ts'
import { readFilter, isSound } from './filter.ts'
import { readStreamName } from './names.ts'
import { refusal, type Node } from './node.ts'
import { pump, type ReadCall } from './pump.ts'
import { readAll, readStream, type From, type Reading, type ReadStep } from './read.ts'
import type { Running } from './running.ts'
import { subscribeToAll, subscribeToStream } from './subscribe.ts'

type Options = InstanceType<typeof pb.ReadReq.Options>

const readStart = (options: Options): From => {
  const stream = options.getStream()
  const all = options.getAll()
  if (stream?.hasStart() === true || all?.hasStart() === true) return 'start'
  if (stream?.hasRevision() === true) return Number(stream.getRevision())
  const position = all?.getPosition()
  return position === undefined ? 'end' : Number(position.getCommitPosition())
}

const readOptions = (options: Options): Reading => {
  const filter = options.getFilter()
  return {
    from: readStart(options),
    backwards: options.getReadDirection() === pb.ReadReq.Options.ReadDirection.BACKWARDS,
    count: Number(options.getCount()),
    resolveLinks: options.getResolveLinks(),
    filter: filter === undefined ? undefined : readFilter(filter),
  }
}

const readSteps = ({ log }: Node, options: Options): Generator<ReadStep> => {
  const reading = readOptions(options)
  const stream = options.getStream()
  if (stream === undefined) return options.hasSubscription() ? subscribeToAll(log, reading) : readAll(log, reading)
  const name = readStreamName(stream.getStreamIdentifier())
  return options.hasSubscription() ? subscribeToStream(log, name, reading) : readStream(log, name, reading)
}

/** Read: streams, `$all`, and subscriptions to both. */
export const readCall =
  (node: Node) =>
  (call: ReadCall): void => {
    const options = call.request.getOptions()
    if (options === undefined) return void call.end()
    const method = options.hasSubscription() ? 'subscribe' : 'read'
    node.calls[method]++
    const sound = isSound(options.getFilter())
    const refused = refusal(node, call.metadata) ?? (sound ? undefined : invalidArgument('No regular expression'))
    if (refused !== undefined) return void call.emit('error', refused)
    const running: Running = { fault: node.faults.take(method), events: 0, wake: () => undefined }
    node.running[method].add(running)
    call.once('close', () => node.running[method].delete(running))
    void pump(node, call, { steps: readSteps(node, options), running })
  }
