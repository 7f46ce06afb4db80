import type { Instant } from '@zhiyuan/kernel'
import type { Ledger, Outcome } from '@zhiyuan/ledger'
import type { LedgerEnvelope } from '@zhiyuan/domain'
import { commit, type ImportPlan, type ImportReport } from '@zhiyuan/import'
import type { ManualClock } from '@zhiyuan/runtime'
import type { SubmitNeed } from '@zhiyuan/domain/requests'
import { resident } from '../world/people.ts'
import type { Cast } from './cast.ts'
import { conduct } from './conduct.ts'
import { perform } from './perform.ts'

/** The parts that a simulated year needs. */
export interface Year {
  readonly ledger: Ledger
  readonly clock: ManualClock
  readonly cast: Cast
  readonly needs: ImportPlan<SubmitNeed>
}

export interface YearSoFar {
  readonly imported: { readonly new: number; readonly existing: number; readonly refused: ImportReport['refused'] }
  readonly events: number
  /** Refused deeds by type: simulated people are sometimes late, too. */
  readonly refusals: Readonly<Record<string, number>>
}

type Position = Awaited<ReturnType<Ledger['read']>>['position']

/** Sends needs: each comes from its own requester, in the app or on the telephone. */
const target = (ledger: Ledger) => ({
  keep: ledger.keepSecrets,
  send: (rows: ImportPlan<SubmitNeed>['planned']) =>
    ledger.sendAll(
      rows.map(({ command, at }) => ({
        command,
        by: {
          actor: resident(command.requester, command.unitId),
          occurredAt: at,
          commandId: `import-${command.needId}`,
        },
      })),
    ),
})

/** Sends the part of the plan that is due; the rest waits. */
export const importNeeds = (ledger: Ledger, plan: ImportPlan<SubmitNeed>): Promise<ImportReport> =>
  commit(plan, target(ledger))

export interface Runner {
  /** Runs one tick: new needs, deeds that are due, then a settle. */
  readonly tick: (at: Instant) => Promise<ReadonlyArray<LedgerEnvelope>>
  readonly soFar: () => YearSoFar
}

export const runner = (year: Year, from: Position): Runner => {
  const { ledger, clock, cast, needs } = year
  let next = 0
  let position = from
  let events = 0
  const imported = { new: 0, existing: 0, refused: [...needs.refused] }
  const refusals: Record<string, number> = {}

  const importDue = async (at: Instant): Promise<void> => {
    const start = next
    while (next < needs.planned.length && (needs.planned[next]?.at ?? at) <= at) next += 1
    if (next === start) return
    const report = await importNeeds(ledger, {
      rows: next - start,
      planned: needs.planned.slice(start, next),
      refused: [],
    })
    imported.new += report.new
    imported.existing += report.existing
    imported.refused.push(...report.refused)
  }

  const count = (outcome: Outcome): void => {
    if (!outcome.ok) refusals[outcome.rejection.type] = (refusals[outcome.rejection.type] ?? 0) + 1
  }

  const act = async (at: Instant): Promise<void> => {
    for (const slot of cast.agenda.due(at)) {
      clock.set(slot.at)
      for (const round of slot.rounds) for (const outcome of await perform(ledger, round)) count(outcome)
    }
  }

  const readNews = async (): Promise<ReadonlyArray<LedgerEnvelope>> => {
    const found: LedgerEnvelope[] = []
    for (;;) {
      const page = await ledger.read(position, 1000)
      position = page.position
      found.push(...page.events)
      if (page.end) return found
    }
  }

  return {
    tick: async (at) => {
      await act(at)
      clock.set(at)
      await importDue(at)
      await ledger.settle()
      const happened = await readNews()
      events += happened.length
      for (const envelope of happened) conduct(cast, envelope)
      return happened
    },
    soFar: () => ({ imported, events, refusals }),
  }
}
