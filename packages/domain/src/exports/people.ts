/** `@zhiyuan/domain/people`: volunteers, who of them is one human, and where they live. */
export * from '../slices/people/volunteer/index.ts'
export { volunteers } from '../views/volunteers/project.ts'
export type { VolunteerRow } from '../views/volunteers/row.ts'
export { absorbedBy, survivorsAt, type MergeFacts } from '../views/people/survivors.ts'
