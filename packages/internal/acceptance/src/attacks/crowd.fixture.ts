/** An order of V1 that a crowd serves: everybody has a seat, and the last of them leads the team. */
import type { RoleName } from '@zhiyuan/domain'
import { interval, T1, V1, type County } from './paper.fixture.ts'

export const actor = (person: string, role: RoleName, unit = V1) => ({ type: 'person' as const, person, role, unit })
type Actor = ReturnType<typeof actor>
export type SendAll = (by: Actor, ...commands: ReadonlyArray<object>) => Promise<void>

export const occasion = { type: 'order', orderId: 'O1', round: 1 }
export const asking = actor('r1', 'resident')
const planned = interval('04-24 01:00', '04-24 05:00')
const O1 = { orderId: 'O1', offerId: 'F1' }

/** Sends commands that have to be accepted, and lets everything follow. */
export const sendAll =
  ({ ledger }: County): SendAll =>
  async (by, ...commands) => {
    for (const command of commands) {
      const outcome = await ledger.sendUnknown(command, { actor: by })
      if (!outcome.ok) throw new Error(`${JSON.stringify(command)} → ${JSON.stringify(outcome.rejection)}`)
    }
    await ledger.settle()
  }

/** These people are seated on 04-22 for a service on 04-24, from 01:00 to 05:00 UTC. */
export const seatCrowd = async (county: County, people: ReadonlyArray<string>, leader: string): Promise<void> => {
  const { ledger } = county
  const send = sendAll(county)
  const [leading, clerk] = [actor(leader, 'volunteer'), actor('k1', 'clerk')]
  const open = { levels: ['city', 'township', 'village'], units: [] }
  const team = { teamId: 'TC', name: 'TC', kind: 'brigade', unitId: V1, bodyId: V1, specialties: ['schooling'], open }
  await send(actor('admin', 'administrator', '131081'), { type: 'FoundTeam', ...team, leader })
  const joining = people.filter((person) => person !== leader)
  await send(leading, ...joining.map((person) => ({ type: 'JoinTeam', teamId: 'TC', person })))
  await county.at('04-22 01:00')
  const [description] = await ledger.keep(['many pairs of hands'])
  const risks = { known: false, description: null }
  const need = { needId: 'N1', unitId: V1, requester: 'r1', proxy: null, contact: null, channel: 'telephone' }
  const voiced = { kind: 'work-life', description, risks, voicedAt: '2020-04-22T01:00:00.000Z', sourceDate: null }
  await send(asking, { type: 'SubmitNeed', ...need, ...voiced })
  const order = { orderId: 'O1', needId: 'N1', specialty: 'schooling', seats: people.length, planned }
  await send(
    clerk,
    { type: 'ApproveNeed', needId: 'N1', serviceClass: 'individual', risks: null },
    { type: 'PlaceOrder', ...order },
  )
  await send(actor('p1', 'dispatcher', T1), { type: 'DispatchOrder', ...O1, teamId: 'TC', override: null })
  await send(leading, { type: 'AcceptOffer', ...O1, planned: null, risksSeen: true })
  for (const person of people)
    await send(actor(person, 'volunteer'), { type: 'TakeSeat', orderId: 'O1', round: 1, risksSeen: true })
}
