/** Plays an attack in a county of its own, with all colluders or without some, and writes down each step. */
import type { Outcome } from '@zhiyuan/ledger'
import type { Attack, By, Stage } from './attack.ts'
import { findActor, instant, openCounty, type Actor, type CompletePolicy, type County, type Words } from './county.ts'

export interface Step {
  readonly at: string
  readonly by: Actor
  readonly command: string
  /** The attack turns on it. */
  readonly decisive: boolean
  /** Null: accepted. */
  readonly refused: string | null
}
export interface Played {
  readonly county: County
  readonly steps: ReadonlyArray<Step>
}
export interface Playing {
  /** Colluders whose commands are not sent. */
  readonly without?: ReadonlySet<string>
  readonly policy?: CompletePolicy
}

/** The name of a refusal; of a malformed command also where. */
const nameRefusal = (outcome: Outcome): string | null => {
  if (outcome.ok) return null
  const { rejection } = outcome
  return rejection.type === 'DecodeRefused'
    ? `${rejection.type} ${rejection.issues.map(({ path }) => path).join(' ')}`
    : rejection.type
}

/** Who takes no part, and what happens when something is refused that everyone expects. */
interface Scene extends Playing {
  readonly name: string
}

const makeStage = ({ ledger, clock }: County, { name, without = new Set() }: Scene, steps: Step[]): Stage => {
  const send = async (by: By, command: Words, decisive: boolean, told?: string): Promise<void> => {
    const sender = typeof by === 'string' ? findActor(by) : by
    if (without.has(sender.person)) return
    const meta = told === undefined ? { actor: sender } : { actor: sender, occurredAt: instant(told) }
    const outcome = await ledger.sendUnknown(command, meta)
    await ledger.settle()
    const refused = nameRefusal(outcome)
    if (refused !== null && !decisive && without.size === 0)
      throw new Error(`${name}: ${JSON.stringify(command)} by ${sender.person}: ${JSON.stringify(outcome)}`)
    steps.push({ at: clock.now(), by: sender, command: command.type, decisive, refused })
  }
  return {
    at: async (words) => {
      clock.set(instant(words))
      await ledger.settle()
    },
    does: (by, command, told) => send(by, command, false, told),
    tries: (by, command, told) => send(by, command, true, told),
    clears: async (by, volunteer, recordId) => {
      for (const holdId of await ledger.openHolds(volunteer, recordId))
        await send(by, { type: 'ClearHold', volunteer, recordId, holdId, reason: { code: 'seen', text: null } }, true)
    },
    keep: async (words) => {
      const [text] = await ledger.keep([words])
      if (text === undefined) throw new Error('no text was kept')
      return text
    },
  }
}

export const playAttack = async (attack: Attack, playing: Playing = {}): Promise<Played> => {
  const county = await openCounty(attack.people ?? 0, playing.policy)
  const steps: Step[] = []
  await attack.play(makeStage(county, { ...playing, name: attack.id }, steps))
  return { county, steps }
}

/** An honest day: a refusal breaks it off. */
export const playDay = async (name: string, volunteers: number, play: Attack['play']): Promise<County> => {
  const county = await openCounty(volunteers)
  await play(makeStage(county, { name }, []))
  return county
}
