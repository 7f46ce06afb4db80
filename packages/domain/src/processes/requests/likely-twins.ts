import { send, type Process } from '@zhiyuan/kernel'
import type { LedgerCommand, LedgerEvent } from '../../ledger.ts'
import type { NeedSubmitted } from '../../slices/requests/need/need.codec.ts'
import type { NeedId } from '../../vocabulary/ids.ts'

/** The last needs of one kind at one unit with the same requester, or with the same contact. */
export interface AlikeRow {
  readonly needs: ReadonlyArray<NeedId>
}

const mostCompared = 20

const keys = ({ unitId, kind, requester, contact }: NeedSubmitted): ReadonlyArray<string> => [
  `${unitId}:${kind}:requester:${requester}`,
  ...(contact === null ? [] : [`${unitId}:${kind}:contact:${contact}`]),
]

/** N14: the need that came later is compared with those that it may be a twin of. */
export const likelyTwins: Process<AlikeRow, LedgerEvent, LedgerCommand> = {
  name: 'likely-twins',
  version: 1,
  initial: () => ({ needs: [] }),
  keys: (event) => (event.type === 'NeedSubmitted' ? keys(event) : []),
  evolve: (row, { data }) =>
    data.type === 'NeedSubmitted'
      ? { needs: [...row.needs.filter((one) => one !== data.needId), data.needId].slice(-mostCompared - 1) }
      : row,
  react: ({ data }, rows) => {
    if (data.type !== 'NeedSubmitted') return []
    const { needId } = data
    const others = new Set(rows.flatMap(({ needs }) => needs).filter((one) => one !== needId))
    const twins = [...others].slice(-mostCompared)
    return twins.length === 0 ? [] : [send({ type: 'ProposeTwins', needId, twins })]
  },
}
