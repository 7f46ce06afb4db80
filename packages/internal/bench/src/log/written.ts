/** The parts from which the events of an order are written. */
import type { LedgerEvent } from '@zhiyuan/domain'

/** The people, places and figures of one order; the rest is the same for all. */
export interface Served {
  readonly order: string
  readonly requester: string
  readonly volunteers: readonly [string, string]
  readonly township: string
  readonly village: string
  /** The day of service, as `2020-05-04`, and the two before it. */
  readonly days: readonly [voiced: string, approved: string, served: string]
  readonly minutes: readonly [number, number]
  readonly rating: number
}

/** An event with its stream and its actor. */
export interface Written {
  readonly stream: string
  readonly actor: object
  readonly data: { readonly type: LedgerEvent['type'] } & Readonly<Record<string, unknown>>
}

export const person = (id: string, role: string, unit: string): object => ({ type: 'person', person: id, role, unit })
export const byProcess = (name: string, cause: string): object => ({ type: 'process', process: name, cause })

export const formatTime = (day: string, time: string): string => `${day}T${time}:00.000Z`

export const endTime = (day: string, minutes: number): string => {
  const hours = 6 + Math.floor(minutes / 60)
  const rest = minutes % 60
  return formatTime(day, `${String(hours).padStart(2, '0')}:${String(rest).padStart(2, '0')}`)
}
