import type { StoreError } from '@zhiyuan/runtime'

/** Advice for the operator about a database that is not as this program left it. */
const advice = {
  notInstalled: [
    '此模式中没有本程序的表。请检查 URL 与模式名，或先运行 installPostgres。',
    'This schema has no tables of this program. Check the URL and the name of the schema, or call installPostgres first.',
  ],
  noRole: [
    '服务器上没有这个角色。请检查 role；如果尚未安装，请先运行 installPostgres，它会建立该角色。',
    'The server has no such role. Check its name (role); where nothing is installed yet, call installPostgres first: it makes the role.',
  ],
  otherSchema: [
    '此模式不是为此用途建立的，未作任何改动。请检查模式名。',
    'This schema was not made for this; nothing was changed. Check its name.',
  ],
  newer: [
    '这些表由更新版本的程序建立，未作任何改动。请升级本程序后再打开。',
    'A newer version of this program made these tables; nothing was changed. Update this program, then open them again.',
  ],
  older: [
    '这些表属于旧版本。请用有建表权限的账号运行 installPostgres 升级。',
    'These tables are of an older edition. Call installPostgres with a login that may change them.',
  ],
  tooOld: [
    '这些表由首个发布版之前的程序建立，格式不再支持，未作任何改动。请换一个模式名重新运行 installPostgres；旧表请用当时的程序读取。',
    'A program from before the first release made these tables, in a format that is not read any more; nothing was changed. Call installPostgres with the name of a new schema, and read the old tables with that program.',
  ],
  damaged: [
    '数据已损坏或被改动。请停止写入，保留现状的副本，再从最近的备份恢复，并核对备份之后的事件。',
    'The data is damaged or was changed. Stop writing, keep a copy as it is, restore the latest backup, and check the events since.',
  ],
  tooMuchPower: [
    '此登录身份可以修改或删除事件，拒绝以它运行。请用 role 指定只读写追加的角色（installPostgres 会建立），或换一个登录账号。',
    'This login may change or delete events, so it is refused. Name the role that installPostgres made (role), or use another login.',
  ],
  noFsync: [
    '服务器关闭了 fsync 或 full_page_writes，断电会丢失已确认的事件。请在服务器上打开它们。',
    'The server runs without fsync or full_page_writes: a power failure would lose acknowledged events. Turn them on at the server.',
  ],
} as const

export type Damage = keyof typeof advice

/** The refusal of a database, with what to do about it in Chinese and English. */
export const damaged = (damage: Damage, cause: string): StoreError => ({
  type: damage === 'notInstalled' || damage === 'noRole' ? 'StoreMissing' : 'StoreDamaged',
  cause,
  advice: advice[damage].join(' '),
})
