import type { GlobalPosition } from '@zhiyuan/runtime'
import type { LogPosition } from './client.ts'

const form = /^([0-9]{1,19}):([0-9]{1,19})$/

export const printPosition = ({ commit, prepare }: LogPosition): GlobalPosition =>
  `${commit}:${prepare}` as GlobalPosition

/** Null where the text is not a position of this store. */
export const parsePosition = (position: GlobalPosition): LogPosition | null => {
  const [, commit, prepare] = form.exec(position) ?? []
  return commit === undefined || prepare === undefined ? null : { commit: BigInt(commit), prepare: BigInt(prepare) }
}

export const compareLogPositions = (a: LogPosition, b: LogPosition): number =>
  Number(a.commit > b.commit) - Number(a.commit < b.commit) ||
  Number(a.prepare > b.prepare) - Number(a.prepare < b.prepare)

const nowhere: LogPosition = { commit: -1n, prepare: -1n }

export const comparePositions = (a: GlobalPosition, b: GlobalPosition): number =>
  compareLogPositions(parsePosition(a) ?? nowhere, parsePosition(b) ?? nowhere)
