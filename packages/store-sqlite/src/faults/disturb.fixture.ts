/** A run in which calls to the medium fail, and how the stores answered. */
import { crash } from '../crash/crash.fixture.ts'
import { look } from '../crash/look.fixture.ts'
import { record, type Recording } from '../crash/record.fixture.ts'

export interface Disturbed {
  readonly inject: string
  /** How many calls failed; 0 when the run has fewer calls than the number to fail at. */
  readonly hits: number
  /** The stores' answers to it, such as `open: StoreFull`. */
  readonly refusals: ReadonlyArray<string>
  /** Untyped answers, acknowledged content that is missing, partial content, refusals that stayed. */
  readonly wrong: ReadonlyArray<string>
}

const typed = /: (StoreFull|StoreFault|UnknownOutcome)$/

export interface Disturbance {
  readonly call: string
  readonly error: 'ENOSPC' | 'EIO'
  /** `3`: the third call; `3+`: from the third call on. */
  readonly when: string
  readonly seed: number
  /** Power failures to simulate besides: content of a failed sync may never reach the medium. */
  readonly images?: number
}

export const disturb = ({ call, error, when, seed, images = 0 }: Disturbance): Promise<Disturbed> => {
  const inject = `inject=${call}:error=${error}:when=${when}`
  const recording: Recording = { synchronous: 'FULL', seed, steps: 4, inject }
  return record(recording, async ({ ops, code, complaints, hits }, folder) => {
    const said = ops.flatMap((op) => (op.type === 'said' ? [op.line] : []))
    const seen = await look(folder, said)
    const losses = images === 0 ? { wrong: [], lost: [] } : await crash(ops, images, seed)
    const again = said.filter((line) => line.startsWith('refused again '))
    const refusals = said.filter((line) => line.startsWith('refused '))
    return {
      inject,
      hits,
      refusals: refusals.map((line) => line.slice('refused '.length)),
      wrong: [
        ...(code === 0 && complaints === '' && said.at(-1) === 'ended' ? [] : [`ended with ${code}: ${complaints}`]),
        ...refusals.filter((line) => !typed.test(line)),
        ...(when.endsWith('+') ? [] : again),
        ...said.filter((line) => line.startsWith('WRONG')),
        ...[...seen.lost, ...losses.lost].map((what) => `lost: ${what}`),
        ...[...seen.wrong, ...losses.wrong],
      ].map((what) => `${inject} of seed ${seed}: ${what}`),
    }
  })
}
