import type { StoreError } from '@zhiyuan/runtime'

/** Advice for the operator of the server about a log that is not as this program left it. */
const advice = {
  otherWriter: [
    '以本账本前缀命名的流中有不是本程序写入的事件。请停止写入，查明来源，并从备份恢复。',
    "A stream under this log's prefix has events that this program did not write. Stop writing, find out who did, and restore from a backup.",
  ],
  retention: [
    '此流设置了 $maxAge、$maxCount 或 $tb，或已被删除：清理（scavenge）会删掉历史。请去掉这些设置；若事件已经缺失，请从备份恢复。',
    'This stream has $maxAge, $maxCount or $tb, or was deleted: a scavenge would delete history. Take them off; if events are missing already, restore from a backup.',
  ],
  oldServer: [
    '服务器未给出事件在日志中的位置。需要 EventStoreDB 22.6 或更新版本，或 KurrentDB。',
    'The server does not say where in the log its events are. EventStoreDB 22.6 or later, or KurrentDB, is needed.',
  ],
} as const

export type Damage = keyof typeof advice

/** The refusal of a log at the server, with advice in Chinese and English. */
export const damaged = (damage: Damage, cause: string): StoreError => ({
  type: 'StoreDamaged',
  cause,
  advice: advice[damage].join(' '),
})
