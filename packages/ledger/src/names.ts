import * as E from 'fp-ts/lib/Either.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import {
  closed,
  decode,
  Jurisdiction,
  LogId,
  PersonId,
  UnitId,
  type AnyCodec,
  type DecodeRefused,
} from '@zhiyuan/kernel'
import {
  LedgerRefusal,
  optionKinds,
  refuseOptions,
  unwrap,
  type LedgerIdentity,
  type OptionRules,
} from '@zhiyuan/runtime'

/** Who founds a ledger, decoded. */
export interface Founder {
  readonly administrator: string
  readonly unit: string
}

/** The constraint of each name, as a refusal explains it. */
const examples: Readonly<Record<string, string>> = {
  LogId: 'a name of 1 to 64 of A-Z a-z 0-9 _ -, such as our-county',
  Jurisdiction: 'a code of 1 to 32 of A-Z a-z 0-9, such as 131081',
  PersonId: 'the id of a person, such as p1',
  UnitId: 'the id of a unit, such as 131081',
}

const explainRefusal = ({ type, issues }: DecodeRefused): DecodeRefused => ({
  type,
  issues: issues.map(({ path, expected }) => ({ path, expected: examples[expected] ?? expected })),
})

const readOption = <C extends AnyCodec>(codec: C, options: unknown): Promise<C['_A']> =>
  unwrap(TE.fromEither(E.mapLeft(explainRefusal)(decode(codec)(options))))

const LogOption = closed({ log: LogId })
const NameOptions = closed({ log: LogId, jurisdiction: Jurisdiction })
const CreateOption = closed({ create: closed({ administrator: PersonId, unit: UnitId }) })

const { flag, object } = optionKinds
const ports: OptionRules = { events: object, projections: object, vault: object, clock: object, random: object }
/** A name is looked at by its own codec, which says what it may be, and so are `create` and `upcasts`. */
const unread = { expected: '', fits: () => true, optional: true }
const replayOptions: OptionRules = { ports: object, log: unread, upcasts: unread }
const openOptions: OptionRules = { ...replayOptions, jurisdiction: unread, create: unread, exclusive: flag }

/** What else stands beside the ports is the caller's. */
const refusePorts = (said: object): DecodeRefused | null => {
  const known = Object.entries(said).filter(([name]) => Object.hasOwn(ports, name))
  return refuseOptions(Object.fromEntries(known), ports, '$.ports')
}

const checkOptions = (options: unknown, rules: OptionRules): void => {
  const refusal = refuseOptions(options, rules) ?? refusePorts((options as { readonly ports: object }).ports)
  if (refusal !== null) throw new LedgerRefusal(refusal)
}

/** Looks at the options of `openLedger`; throws a `LedgerRefusal` that names the option, a port such as `$.ports.vault`, or one that is misspelt. */
export const checkOpening = (options: unknown): void => checkOptions(options, openOptions)
/** The same for `replay`. */
export const checkReplaying = (options: unknown): void => checkOptions(options, replayOptions)

/** Decodes the name of the log that is asked for; throws a `LedgerRefusal` at `$.log`. */
export const readLogName = async (log: string): Promise<LogId> => (await readOption(LogOption, { log })).log

/** Decodes the log and jurisdiction that are asked for; throws likewise at `$.log` or `$.jurisdiction`. */
export const readIdentity = (log: string, jurisdiction: string): Promise<LedgerIdentity> =>
  readOption(NameOptions, { log, jurisdiction })

/** Decodes who founds a ledger, and at which unit; throws likewise at a path under `$.create`. The default unit has the jurisdiction's code. */
export const readFounder = async (create: unknown, jurisdiction: Jurisdiction): Promise<Founder> => {
  const whole = typeof create === 'object' && create !== null ? { unit: jurisdiction, ...create } : create
  return (await readOption(CreateOption, { create: whole })).create
}
