/** The county of the attacks on orders, with a second township T2 over village V2, and people who ask for help there. */
import { actor, C, openUnit, T1, V1, why, type Words } from './county.fixture.ts'
import { openCounty, V1b, who, type County, type Told } from './orders.fixture.ts'

export const T2 = '131081105'
export const V2 = '131081105201'

export const folk = {
  ...who,
  k1b: actor('k1b', 'clerk', V1b),
  k2: actor('k2', 'clerk', V2),
  kc: actor('kc', 'clerk', C),
  p2: actor('p2', 'dispatcher', T2),
  r2: actor('r2', 'resident', V1),
  f1: actor('f1', 'resident', V1),
} as const
export type Folk = keyof typeof folk

export interface Asking {
  readonly by?: Folk
  readonly requester?: string
  readonly unitId?: string
  readonly proxy?: object | null
  readonly contact?: string | null
  readonly channel?: string
  readonly kind?: string
  readonly voicedAt?: string
}
export interface NeedCounty extends Pick<County, 'ledger' | 'at' | 'listEvents' | 'listWaiting'> {
  readonly ask: (by: Folk, command: Words) => Promise<Told>
  /** Records a need, and says what was answered. */
  readonly submit: (needId: string, asking?: Asking) => Promise<Told>
}

export const approve = (needId: string) => ({ type: 'ApproveNeed', needId, serviceClass: 'individual', risks: null })
export const reject = (needId: string, code = 'unlawful') => ({ type: 'RejectNeed', needId, ...why(code) })
export const merge = (needId: string, into: string) => ({ type: 'MergeNeed', needId, into })
export const withdraw = (needId: string) => ({ type: 'WithdrawNeed', needId, reason: 'not-needed' })
export const rule = (needId: string, to: string) => ({ type: 'RuleMisrouted', needId, to, ...why('misrouted') })
export const place = (orderId: string, needId: string, planned: object | null = null) => ({
  type: 'PlaceOrder',
  orderId,
  needId,
  specialty: 'hardship-relief',
  seats: 2,
  planned,
})

/** It is 2020-05-06 08:00 in Beijing. */
export const openNeeds = async (): Promise<NeedCounty> => {
  const county = await openCounty()
  const { ledger, at, listEvents, listWaiting } = county
  await county.send('admin', openUnit(T2, 'township', C), openUnit(V2, 'village', T2))
  await at('05-06 00:00')
  const ask: NeedCounty['ask'] = async (by, command) => {
    const outcome = await ledger.sendUnknown(command, { actor: folk[by] })
    await ledger.settle()
    return outcome.ok ? outcome.events.map(({ data }) => data.type) : { refused: outcome.rejection.type }
  }
  const submit: NeedCounty['submit'] = async (needId, asking = {}) => {
    const { by = 'r1', requester = 'r1', unitId = V1, proxy = null, contact = null } = asking
    const { channel = 'app', kind = 'work-life', voicedAt = '2020-05-05T23:00:00.000Z' } = asking
    const [description] = await ledger.keep([`words of ${needId}`])
    const asked = { needId, unitId, requester, proxy, contact, channel, kind, voicedAt }
    const risks = { known: false, description: null }
    return ask(by, { type: 'SubmitNeed', ...asked, description, risks, sourceDate: null })
  }
  return { ledger, at, listEvents, listWaiting, ask, submit }
}
export { C, T1, V1, V1b }
