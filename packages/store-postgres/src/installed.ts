/** The result: the edition of the tables before (0: there were none) and now. */
export interface Installed {
  readonly before: number
  readonly now: number
}
