/** What a log shows that the pages do not say: nothing, if what is read off the sources is right. */
import type { LedgerEnvelope } from '@zhiyuan/domain'
import { listDecisions } from '@zhiyuan/testing'
import { askLog, type AskedLog } from '../lock/rule-lines.ts'
import { findSlice } from '../slice-by-stream.ts'
import type { Catalogue } from './catalogue.ts'

/** What was looked at, and what of it is not said. */
export interface Looked {
  readonly seen: ReadonlySet<string>
  readonly unsaid: ReadonlyArray<string>
}

const look = (found: ReadonlyArray<{ readonly what: string; readonly said: boolean }>): Looked => ({
  seen: new Set(found.map(({ what }) => what)),
  unsaid: [...new Set(found.filter(({ said }) => !said).map(({ what }) => what))],
})

/** Asks every command of a log again, in each role, and looks for the answers. */
export const lookAtAnswers = ({ answers }: Pick<Catalogue, 'answers'>, log: AskedLog): Looked =>
  look(
    [...askLog(log)].flatMap(({ command, refusal, written }) => {
      const said = [...(answers.get(command)?.events ?? []), ...(answers.get(command)?.rejections ?? [])]
      const came = refusal === null ? written : [refusal]
      return came.map((type) => ({ what: `${command}: ${type}`, said: said.includes(type) }))
    }),
  )

/** Looks for the event that made a process act, and for the command that it sent. */
export const lookAtProcesses = (
  { processes }: Pick<Catalogue, 'processes'>,
  events: ReadonlyArray<LedgerEnvelope>,
): Looked => {
  const types = new Map<string, string>(events.map(({ id, type }) => [id, type]))
  return look(
    listDecisions(events).flatMap((decision) => {
      const [{ actor, stream }] = decision
      if (actor.type !== 'process') return []
      const process = processes.find(({ name }) => name === actor.process)
      const command = findSlice(stream)?.restoreCommand(decision.map(({ data }) => data))?.type ?? ''
      const cause = types.get(actor.cause) ?? ''
      const said = process?.sends.includes(command) === true && process.listens.includes(cause)
      return [{ what: `${actor.process}: ${cause}, ${command}`, said }]
    }),
  )
}
