/** An age band that rests on the date of birth is the band of that date: the vault has it, and the domain reads no vault (A6). */
import * as A from 'fp-ts/lib/Array.js'
import * as E from 'fp-ts/lib/Either.js'
import type { LedgerEvent, LedgerRejection } from '@zhiyuan/domain'
import { findZone, policyRead } from '@zhiyuan/domain/organisation'
import { DeclareAgeBand, findAgeBand } from '@zhiyuan/domain/people'
import { decode, decodeRefused, LocalDay, localDay, type DecodeRefused } from '@zhiyuan/kernel'
import { LedgerFault, unwrap, type Fault, type Outcome, type Runtime, type Sent } from '@zhiyuan/runtime'
import type { Sources } from './queries/sources.ts'

type LedgerRuntime = Runtime<LedgerEvent, LedgerRejection>
type Answer = E.Either<Fault, Outcome<LedgerEvent, LedgerRejection>>

/** The command with a date of birth; null for any other input. An input that throws when it is read is left to the runtime. */
const readDated = (command: unknown): DeclareAgeBand | null => {
  const read = E.tryCatch(
    () => (DeclareAgeBand.is(command) && command.bornOn !== null ? command : null),
    () => null,
  )
  return E.isRight(read) ? read.right : null
}

/** Null for a date of birth of this band, and where the vault lacks the text: the runtime says so. */
const refuseDate = async (
  runtime: LedgerRuntime,
  { readState, jurisdiction }: Sources,
  command: unknown,
): Promise<DecodeRefused | null> => {
  const dated = readDated(command)
  const id = dated?.bornOn?.id
  if (dated === null || id === undefined) return null
  const text = (await unwrap(runtime.texts.get([id]))).get(id)
  if (text === undefined) return null
  const bornOn = decode(LocalDay)(text)
  if (E.isLeft(bornOn)) return decodeRefused('$.bornOn', 'a date of birth, such as 2002-04-20')
  const zone = findZone(await unwrap(readState(policyRead(jurisdiction))))
  const today = localDay(zone, await unwrap(runtime.now()))
  return findAgeBand(bornOn.right, today) === dated.ageBand
    ? null
    : decodeRefused('$.ageBand', 'the band of the date of birth')
}

/** A runtime that compares a date of birth with the band before the command is sent. */
export const birthDateRuntime = (runtime: LedgerRuntime, sources: Sources): LedgerRuntime => {
  const sendCompared = async (batch: ReadonlyArray<Sent>): Promise<ReadonlyArray<Answer>> => {
    const refusals: (DecodeRefused | null)[] = []
    for (const { command } of batch) refusals.push(await refuseDate(runtime, sources, command))
    const answers = (await runtime.executeAll(batch.filter((_, index) => refusals[index] === null))()).values()
    // The runtime answers each command that it was handed, in their order.
    return refusals.map((rejection) =>
      rejection === null ? (answers.next().value as Answer) : E.right({ ok: false, rejection }),
    )
  }
  const sendAll = async (batch: ReadonlyArray<Sent>): Promise<ReadonlyArray<Answer>> => {
    if (!batch.some(({ command }) => readDated(command) !== null)) return runtime.executeAll(batch)()
    try {
      return await sendCompared(batch)
    } catch (error) {
      if (error instanceof LedgerFault) return A.replicate(batch.length, E.left(error.fault))
      throw error
    }
  }
  return {
    ...runtime,
    executeAll: (batch) => () => sendAll(batch),
    execute: (command, meta) =>
      readDated(command) === null
        ? runtime.execute(command, meta)
        : async () => (await sendAll([{ command, meta }]))[0] as Answer,
  }
}
