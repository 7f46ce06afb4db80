import type { EvidenceGrade } from '../../vocabulary/values.ts'

/** Minutes of service by grade of evidence, which are always shown separately (S2). */
export type MinutesByGrade = Readonly<Record<EvidenceGrade, number>>

export const noMinutes: MinutesByGrade = { system: 0, attested: 0, manual: 0 }

export const plusMinutes = (sum: MinutesByGrade, grade: EvidenceGrade, minutes: number): MinutesByGrade => ({
  ...sum,
  [grade]: sum[grade] + minutes,
})

export const totalMinutes = ({ system, attested, manual }: MinutesByGrade): number => system + attested + manual
