/** What the page of the to-do says of one kind of item. */
import type { Permit, roleTable } from '@zhiyuan/domain'
import type { Subject } from '@zhiyuan/domain/requests'

export type PersonCommand = keyof typeof roleTable
type RoleName = Permit['roles'][number]
type Relation = Permit['persons'][number]

/** Words in English and Chinese. */
export type InBoth = readonly [english: string, chinese: string]

/** On whose list an item stands. The units above see it as well (G4). */
export const lists = {
  owner: ['the unit that owns the need', '首接单位'],
  taker: ['the unit that is to take the need', '拟接收需求的单位'],
  aboveOwner: ['the unit above the one that owns the need', '首接单位的上一级单位'],
  city: ['the city', '市级中心'],
  handler: ['the unit that works on the order', '承办单位'],
  supervisor: [
    'the unit above the highest that has handled the order in the round, at the top itself',
    '承办过的最高单位的上一级单位',
  ],
  answerer: ['the unit above the one that asked and the handler, at the top itself', '申请单位和承办单位的上一级单位'],
  body: ['the unit that answers for the recording body', '对记录单位负责的单位'],
  both: ['the handlers and the recording bodies of both seats', '两个席位的承办单位和记录单位'],
  team: ['the unit of the team', '队伍所在单位'],
  above: [
    'the nearest unit above with a holder of the post, at the top itself (G8)',
    '最近的、有该职务在任者的上级单位',
  ],
  top: ['the top', '最高一级单位'],
} as const satisfies Readonly<Record<string, InBoth>>

/** One kind of item. */
export interface Waiting {
  /** What it says. */
  readonly says: InBoth
  readonly list: keyof typeof lists
  /** `clock`: others are to act, so only its clock is shown, and the item itself once it was urged (N13). */
  readonly shown: 'item' | 'clock'
  readonly rules: ReadonlyArray<string>
  /** Who acts, in office or by a relation to the case. */
  readonly who: ReadonlyArray<RoleName | Relation>
  /** By which commands, for each kind of subject. */
  readonly by: { readonly [S in Subject['type']]?: ReadonlyArray<PersonCommand> }
  /** Where fewer may send a command on such an item than elsewhere. */
  readonly alone?: { readonly [C in PersonCommand]?: Relation }
}
