/** `@zhiyuan/domain/people`: volunteers, who of them is one human, and where they live. */
export * from '../slices/people/volunteer/index.ts'
export * from '../slices/people/humans/index.ts'
export { volunteers } from '../views/volunteers/project.ts'
export type { VolunteerRow } from '../views/volunteers/row.ts'
export type { Person } from '../views/people/people.ts'
export type { NumbersRow } from '../processes/people/one-number.ts'
export type { SplitRow } from '../processes/hours/lift-holds.ts'
