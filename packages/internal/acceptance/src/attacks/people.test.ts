/** What people try with registrations, numbers, age bands and teams; each attack beside its honest twin. */
import { describe, expect, it } from 'vitest'
import { actor, C, claim, openCounty, register, serve, T1, V1, V2, who, why, type County } from './people.fixture.ts'

const proposeMerge = (person: string, survivor: string) => ({ type: 'ProposeMerge', person, survivor })
const merge = (person: string, survivor: string) => ({ type: 'MergeRegistrations', person, survivor })
const proposeSplit = (person: string) => ({ type: 'ProposeSplit', person, others: [] })
const split = (person: string) => ({ type: 'SplitRegistrations', person, others: [], ...why('two-people') })
const redeem = (volunteer: string, points: number) => ({
  type: 'RedeemPoints',
  volunteer,
  redemptionId: `red-${volunteer}-${points}`,
  points,
  item: 'soap',
})

const mergeByTwo = async ({ does }: County, person: string, survivor: string): Promise<void> => {
  expect(await does(proposeMerge(person, survivor), who.k1)).toBe('ok')
  expect(await does(merge(person, survivor), who.admin)).toBe('ok')
}
const countMinutes = async ({ ledger, clock }: County, person: string) =>
  (await ledger.star(person, { knownAt: clock.now() }))?.minutes
const readBalance = async ({ ledger }: County, person: string) => (await ledger.passbook(person)).balance

describe('a merge by mistake (public report 08)', () => {
  it('G2: two namesakes are split again, and each has the own minutes, points and seats back', async () => {
    const county = await openCounty()
    const { does } = county
    await serve(county, 21, [
      ['a', '01:00', '04:00', 180],
      ['d', '02:00', '05:00', 180],
    ])
    await mergeByTwo(county, 'd', 'a')
    expect([await countMinutes(county, 'a'), await countMinutes(county, 'd')]).toEqual([180, 180])
    const back = { type: 'RequestCorrection', volunteer: 'd', recordId: 'R-d-21', correctionId: 'c1', ...why('mine') }
    expect(await does(back, who.a)).toBe('CommandNotAllowed')
    expect(await does(split('d'), who.admin)).toBe('NeedsTwoPersons')
    expect(await does(proposeSplit('d'), who.k1)).toBe('ok')
    expect((await county.ledger.toDo(C)).map(({ subject, waits }) => [subject.type, waits])).toContainEqual([
      'split',
      'second-person',
    ])
    expect(await does(split('d'), who.admin)).toBe('ok')
    const { ledger, clock } = county
    const known = { knownAt: clock.now() }
    expect(await ledger.star('a', known)).toMatchObject({ volunteer: 'a', minutes: 180, notCounted: { suspended: 0 } })
    expect(await ledger.star('d', known)).toMatchObject({ volunteer: 'd', minutes: 180, notCounted: { suspended: 0 } })
    expect([await readBalance(county, 'a'), await readBalance(county, 'd')]).toEqual([6, 6])
    expect(await does({ type: 'MoveHome', person: 'd', home: V2, from: '2020-06-01' }, who.d)).toBe('ok')
  })

  it('G2: a number typed for the wrong person is released, and given to no one again', async () => {
    const { does } = await openCounty()
    expect(await does(claim('a', 'badge-7'), who.k1)).toBe('HasNumber')
    expect(await does(claim('x7', 'badge-7'), who.k1)).toBe('ok')
    const release = { type: 'ReleaseNumber', number: 'badge-7', ...why('mistyped') }
    expect(await does(release, who.k2)).toBe('OutsideJurisdiction')
    expect(await does(release, who.k1)).toBe('ok')
    expect(await does(claim('x8', 'badge-7'), who.k1)).toBe('NumberTaken')
    expect(await does(claim('x7', 'badge-8'), who.k1)).toBe('ok')
    expect(await does({ ...release, number: 'no-a' }, who.k1)).toBe('OutsideJurisdiction')
    expect(await does({ ...release, number: 'no-a' }, who.admin)).toBe('NumberInUse')
  })
})

describe('what a survivor has absorbed (second story, loop 17)', () => {
  it('G2, W13: is the human’s in the passbook; the survivor spends and asks for it, and its debt stays its own', async () => {
    const county = await openCounty()
    const { does } = county
    await serve(county, 21, [['d', '01:00', '03:00', 120]])
    await mergeByTwo(county, 'd', 'a')
    expect([await readBalance(county, 'a'), await readBalance(county, 'd')]).toEqual([4, 4])
    expect(await does(redeem('d', 1), who.d)).toBe('MergedInto')
    expect(await does(redeem('a', 5), who.a)).toBe('InsufficientPoints')
    expect(await does(redeem('a', 3), who.a)).toBe('ok')
    const ask = { type: 'RequestCorrection', volunteer: 'd', recordId: 'R-d-21', correctionId: 'c1', ...why('longer') }
    expect(await does(ask, who.b)).toBe('NotAuthorised')
    expect(await does(ask, who.a)).toBe('ok')
    await does(proposeSplit('d'), who.k1)
    await does(split('d'), who.admin)
    expect([await readBalance(county, 'a'), await readBalance(county, 'd')]).toEqual([-3, 4])
    expect(await does(redeem('a', 1), who.a)).toBe('InsufficientPoints')
    expect(await does(redeem('d', 4), who.d)).toBe('ok')
  })
})

describe('merging oneself (attack F6 a)', () => {
  it('G2, G7: an administrator does not merge another into the own registration, alone or with a helper', async () => {
    const { does } = await openCounty()
    const admin2 = actor('admin2', 'administrator', C)
    expect(await does(merge('d', 'admin2'), admin2)).toBe('InOwnFavour')
    expect(await does(proposeMerge('d', 'admin2'), admin2)).toBe('InOwnFavour')
    expect(await does(proposeMerge('d', 'admin2'), who.k1)).toBe('ok')
    expect(await does(merge('d', 'admin2'), admin2)).toBe('InOwnFavour')
    expect(await does(proposeMerge('d', 'a'), who.admin)).toBe('ok')
    expect(await does(merge('d', 'a'), who.admin)).toBe('NeedsTwoPersons')
    expect(await does(merge('d', 'a'), who.deputy)).toBe('ok')
  })
})

describe('coming of age by oneself (attack F6 f)', () => {
  const declare = (source: string, more: object = {}) => ({
    type: 'DeclareAgeBand',
    person: 'kid',
    ageBand: 'adult',
    source,
    bornOn: null,
    ...more,
  })
  const withKid = async () => {
    const county = await openCounty()
    await county.does(claim('kid'), who.k1)
    expect(await county.does(register('kid', { ageBand: 'under-14' }), who.kid)).toBe('ok')
    return county
  }

  it('A6: is refused by the own word and by an officer’s hearsay, and taken from an officer who has seen a document', async () => {
    const { does } = await withKid()
    expect(await does(declare('own-word'), who.kid)).toBe('AgeNotProven')
    expect(await does(declare('document'), who.kid)).toBe('AgeNotProven')
    expect(await does(declare('officer'), who.k1)).toBe('AgeNotProven')
    expect(await does(declare('document'), who.k2)).toBe('OutsideJurisdiction')
    expect(await does(declare('document'), who.k1)).toBe('ok')
  })

  it('A6, P6: is the band of the date of birth in the vault, and of no other text', async () => {
    const { does, send, ledger } = await withKid()
    const [child, grown, words] = await ledger.keep(['2008-05-01', '2002-04-20', 'I am of age'])
    expect(await send(declare('birth-date', { bornOn: child }), who.k1)).toMatchObject({
      rejection: { issues: [{ path: '$.ageBand', expected: 'the band of the date of birth' }] },
    })
    expect(await send(declare('birth-date', { bornOn: words }), who.k1)).toMatchObject({
      rejection: { issues: [{ path: '$.bornOn', expected: 'a date of birth, such as 2002-04-20' }] },
    })
    const nowhere = { id: 'nowhere', commitment: '0'.repeat(64) }
    expect(await send(declare('birth-date', { bornOn: nowhere }), who.k1)).toMatchObject({
      rejection: { issues: [{ path: '$.bornOn', expected: 'a text in the vault' }] },
    })
    expect(await does(declare('birth-date', { bornOn: grown }), who.k1)).toBe('ok')
  })

  it('A6: is refused by a date that the minor put into the vault, and comes by itself with one that an officer gave', async () => {
    const { does, ledger, at } = await withKid()
    const [forged, real] = await ledger.keep(['1990-01-01', '2002-06-01'])
    const dated = (ageBand: string, bornOn: unknown) => declare('birth-date', { ageBand, bornOn })
    expect(await does(dated('adult', forged), who.kid)).toBe('AgeNotProven')
    expect(await does(dated('14-to-17', real), who.k2)).toBe('OutsideJurisdiction')
    expect(await does(dated('14-to-17', real), who.k1)).toBe('ok')
    expect(await does(dated('adult', forged), who.kid)).toBe('AgeNotProven')
    at('06-02 01:00')
    expect(await does(dated('adult', real), who.kid)).toBe('ok')
  })
})

describe('numbers without end (attack F6 g)', () => {
  it('G2, G4, G7: a person takes none, a clerk of no unit gives none, and an officer gives one to each other person', async () => {
    const { does } = await openCounty()
    expect(await does(claim('squatter', 'BZ1'), actor('squatter', 'volunteer', 'nowhere'))).toBe('NotAuthorised')
    expect(await does(claim('someone', 'NX'), actor('q', 'clerk', 'no-such-unit'))).toBe('OutsideJurisdiction')
    expect(await does(claim('k1', 'BZ2'), who.k1)).toBe('InOwnFavour')
    expect(await does(claim('someone', 'BZ3'), who.k1)).toBe('ok')
    expect(await does(claim('someone', 'BZ4'), who.k1)).toBe('HasNumber')
  })
})

describe('teams that were never asked, and leaders (attack F6 l)', () => {
  it('G9: no one joins an agency squad unasked; who asks joins by its leader’s yes', async () => {
    const { does } = await openCounty()
    const join = (teamId: string, person: string) => ({ type: 'JoinTeam', teamId, person })
    const intruder = actor('intruder', 'resident', 'nowhere')
    expect(await does(join('K', 'intruder'), intruder)).toBe('NeedsLeader')
    expect(await does(join('K', 'a'), who.k1)).toBe('NeedsLeader')
    expect(await does({ type: 'AskToJoin', teamId: 'K', person: 'a' }, who.a)).toBe('ok')
    expect(await does(join('K', 'a'), who.g)).toBe('ok')
    expect(await does(join('B1', 'a'), who.a)).toBe('ok')
    expect(await does({ type: 'ChangeJoining', teamId: 'B1', joining: 'by-leader' }, who.b)).toBe('ok')
    expect(await does(join('B1', 'd'), who.d)).toBe('NeedsLeader')
  })

  it('G9: a person leads by the own yes, and the leader leads until then', async () => {
    const { does } = await openCounty()
    const open = { type: 'ChangeOpenness', teamId: 'B1', open: { levels: ['city'], units: [] } }
    expect(await does({ type: 'ChangeLeader', teamId: 'B1', leader: 'a' }, who.b)).toBe('ok')
    expect(await does(open, who.a)).toBe('NotAuthorised')
    expect(await does({ type: 'AcceptLead', teamId: 'B1' }, who.a)).toBe('ok')
    expect(await does(open, who.a)).toBe('ok')
    expect(await does({ type: 'ChangeLeader', teamId: 'B1', leader: 'k1' }, who.k1)).toBe('InOwnFavour')
  })
})

describe('people whom another village would like to count (I03)', () => {
  it('G2: are not moved there by its clerk, but by themselves, or by the village that they leave', async () => {
    const { does } = await openCounty()
    const move = (person: string) => ({ type: 'MoveHome', person, home: V2, from: '2020-01-02' })
    expect(await does(move('a'), who.k2)).toBe('OutsideJurisdiction')
    expect(await does(move('a'), who.a)).toBe('ok')
    expect(await does(move('d'), who.k1)).toBe('ok')
    expect(await does({ ...move('d'), home: V1 }, who.k2)).toBe('ok')
  })
})

describe('who lives outside the tree (public report 28)', () => {
  it('G2: is kept by the unit that registers, in minutes and visits, and beside I03', async () => {
    const county = await openCounty()
    const { does, ledger, clock, at } = county
    await does(claim('guest'), who.k1)
    expect(await does(register('guest', { home: '130000' }), who.k1)).toBe('OutsideJurisdiction')
    expect(await does(register('guest', { home: 'outside' }), who.k1)).toBe('ok')
    await serve(county, 21, [
      ['guest', '01:00', '03:00', 120],
      ['a', '01:00', '03:00', 120],
    ])
    at('05-10 01:00')
    const known = { from: '2020-04-01', to: '2020-05-01', knownAt: clock.now() }
    const township = (await ledger.assessment(known))?.areas.find(({ unit, own }) => unit === T1 && !own)
    expect(township?.figures.I03).toMatchObject({
      n: 1,
      beside: { allParticipants: { n: 1 }, outside: 1, visits: 2, registered: 5 },
    })
    const { system = 0, attested = 0, manual = 0 } = township?.minutes.home ?? {}
    expect(system + attested + manual).toBe(240)
  })
})
