import type pb from '@eventstore/db-client/generated/streams_pb.js'
import type grpc from '@grpc/grpc-js'
import type { Node } from './node.ts'
import type { Step } from './read.ts'

type ReadCall = grpc.ServerWritableStream<pb.ReadReq, Buffer>

/** Until the reader takes more, or is gone. */
const drained = (call: ReadCall): Promise<void> =>
  new Promise((resolve) => {
    call.once('drain', resolve)
    call.once('close', resolve)
  })

/** What has been written is on its way, so that a status does not overtake it. */
const flushed = async (call: ReadCall): Promise<void> => {
  while (call.writableLength > 0 && !call.cancelled) await new Promise((resolve) => setImmediate(resolve))
}

/** Sends one step after the other, no faster than the reader takes them. */
export const pump = async (node: Node, call: ReadCall, steps: Iterator<Step, unknown>): Promise<void> => {
  let wake = (): void => undefined
  call.once('cancelled', () => wake())
  for (let next = steps.next(); !call.cancelled; next = steps.next()) {
    if (next.done === true) return void call.end()
    const step = next.value
    if (step.type === 'waits') {
      await new Promise<void>((resolve) => {
        wake = resolve
        node.log.onceGrown(resolve)
      })
    } else if (step.type === 'fails') {
      await flushed(call)
      return void call.emit('error', step.failure)
    } else if (!call.write(step.bytes)) await drained(call)
  }
}
