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
import { unwrap, type LedgerIdentity } from '@zhiyuan/runtime'

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
