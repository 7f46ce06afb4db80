/** Short functions that make steps and states of the oracle. */
import {
  apply,
  empty,
  recordName,
  type Ref,
  type ServiceRecord,
  type State,
  type Status,
  type Step,
} from './one-human.oracle.fixture.ts'

/** `a/1` is record 1 of registration a. */
export const submit = (ref: Ref, start: number, until: number, recordedAt: number): Step => {
  const [registration = '', id = ''] = ref.split('/')
  return { type: 'submit', registration, id, start, end: until, recordedAt }
}
export const verify = (record: Ref): Step => ({ type: 'verify', record })
export const clear = (record: Ref): Step => ({ type: 'clear', record })
export const end = (record: Ref): Step => ({ type: 'void', record })
export const merge = (into: string, from: string): Step => ({ type: 'merge', into, from })
export const unlooked = (...steps: ReadonlyArray<Step>): State => steps.reduce(apply, empty)

/** Each record as a short text: `a/1 suspended by b/2`. */
export const seen = (state: State): ReadonlyArray<string> =>
  state.records.map((r) => `${recordName(r)} ${r.status}${r.held.length > 0 ? ` by ${r.held.join(', ')}` : ''}`)
export const record = (
  ref: Ref,
  start: number,
  until: number,
  recordedAt: number,
  status: Status,
  held: ReadonlyArray<Ref> = [],
): ServiceRecord => {
  const [registration = '', id = ''] = ref.split('/')
  return { registration, id, start, end: until, recordedAt, status, held }
}
/** One human `a` with the registrations a and b, and another human `z`. */
export const makeState = (records: ReadonlyArray<ServiceRecord>, ruled: State['ruled'] = []): State => ({
  registrations: [
    { id: 'a', human: 'a' },
    { id: 'b', human: 'a' },
    { id: 'z', human: 'z' },
  ],
  records,
  ruled,
})
