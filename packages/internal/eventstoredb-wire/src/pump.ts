import { setImmediate as turn, setTimeout as pause } from 'node:timers/promises'
import type pb from '@eventstore/db-client/generated/streams_pb.js'
import type grpc from '@grpc/grpc-js'
import { cancelled, notLeader, unavailable } from './errors.ts'
import type { Stop, SubscribeFault } from './faults.ts'
import type { Frame } from './frames.ts'
import { findLeader, type Calls, type Node } from './node.ts'
import type { ReadStep } from './read.ts'
import type { Running } from './running.ts'

export type ReadCall = grpc.ServerWritableStream<pb.ReadReq, Buffer>

/** Waits until the reader takes more, or is gone. */
const awaitDrain = (call: ReadCall): Promise<void> =>
  new Promise((resolve) => {
    const done = (): void => {
      call.off('drain', done).off('close', done)
      resolve()
    }
    call.once('drain', done).once('close', done)
  })

/** Waits until the written messages are on their way, because a broken connection would lose them. */
const awaitFlush = async (call: ReadCall): Promise<void> => {
  while (call.writableLength > 0 && !call.cancelled) await turn()
}

const isStop = (fault: SubscribeFault): fault is Stop =>
  fault.type !== 'slow' && fault.type !== 'lateReply' && fault.type !== 'duplicates'

const dueStop = ({ fault, events }: Running): Stop | undefined =>
  fault !== undefined && isStop(fault) && events >= (fault.after ?? 0) ? fault : undefined

const stop = async (node: Node, call: ReadCall, how: Stop): Promise<void> => {
  switch (how.type) {
    case 'silent':
      return
    case 'ends':
      return void call.end()
    case 'killed':
      await awaitFlush(call)
      return node.kill(call.getPeer())
    case 'unavailable':
      return void call.emit('error', unavailable())
    case 'cancelled':
      return void call.emit('error', cancelled())
    case 'notLeader':
      return void call.emit('error', notLeader(how.leader ?? findLeader(node)))
  }
}

const awaitGrowth = (node: Node, running: Running): Promise<void> =>
  new Promise((resolve) => {
    running.wake = resolve
    node.log.onceGrown(resolve)
  })

/** Sends one message as soon as the reader takes it. */
const send = async (
  call: ReadCall,
  step: Frame,
  { running, calls }: { running: Running; calls: Calls },
): Promise<void> => {
  if (running.fault?.type === 'slow') await pause(running.fault.ms)
  const isEvent = step.type === 'event'
  if (isEvent) {
    running.events++
    calls.sent++
    if (running.fault?.type === 'duplicates') call.write(step.bytes)
  }
  if (!call.write(step.bytes)) await awaitDrain(call)
}

/** Sends one step after the other until the read, the reader or a fault ends it. */
export const pump = async (
  node: Node,
  call: ReadCall,
  { steps, running }: { steps: Iterator<ReadStep, unknown>; running: Running },
): Promise<void> => {
  if (running.fault?.type === 'lateReply') await pause(running.fault.ms)
  for (let next = steps.next(); !call.cancelled; next = steps.next()) {
    const how = dueStop(running)
    if (how !== undefined) return stop(node, call, how)
    if (next.done === true) return void call.end()
    const step = next.value
    if (step.type === 'waits') await awaitGrowth(node, running)
    else if (step.type === 'fails') return void call.emit('error', step.failure)
    else await send(call, step, { running, calls: node.calls })
  }
}
