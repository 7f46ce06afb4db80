import { describe, expect, it } from 'vitest'
import { units } from '../../fixtures/people.ts'
import { assess, explainFigure } from './assess.ts'
import { assessFigures, buildInput, notes, otherPolicy, registers, makeLine, serves } from './assessment.fixture.ts'

const { C, T1, V1, T2, V2 } = units
const populated = (unitId: string, heads: number, published: string, referenceDate = '2020-01-01') =>
  makeLine('04-01 03:00', 'PopulationPublished', { unitId, heads, referenceDate, publishedAt: published })
const ratio = ({ n, d }: { readonly n: number; readonly d: number }) => `${n}/${d}`

describe('people and their minutes', () => {
  it('S7: a record belongs to the period in which its first segment starts, and is never split', () => {
    const minutes = (day: string) => assessFigures([registers('b', V1), ...serves('b', 'R', { day })])(C).I14.d
    expect(['2020-03-31', '2020-04-01', '2020-05-31', '2020-06-01'].map(minutes)).toEqual([0, 60, 60, 0])
  })

  it('S2, S8: grades that the policy does not count are left out of every figure', () => {
    const lines = [registers('b', V1), ...serves('b', 'R1', { grade: 'manual' }), ...serves('b', 'R2')]
    const strict = otherPolicy({ records: { countedGrades: ['system', 'attested'] } })
    expect(assessFigures(lines)(C).I14).toMatchObject({ n: 60, d: 120 })
    expect(assessFigures([strict, ...lines])(C).I14).toMatchObject({ n: 60, d: 60, beside: { held: 0 } })
    expect(assessFigures([strict, registers('e', V2), ...serves('e', 'R', { grade: 'manual' })])(C).I03.n).toBe(0)
  })

  it('S8: an unverified, a held and a suspended record count nowhere', () => {
    const readFigures = (...types: ReadonlyArray<string>) =>
      assessFigures([registers('b', V1), ...types.map((type) => notes(type, 'b', 'R'))])(C).I14
    expect(readFigures('RecordSubmitted')).toMatchObject({ d: 0, beside: { held: 0, suspended: 0 } })
    expect(readFigures('RecordSubmitted', 'RecordHeld')).toMatchObject({ d: 0, beside: { held: 60, suspended: 0 } })
    expect(readFigures('RecordSubmitted', 'RecordVerified', 'RecordSuspended')).toMatchObject({
      d: 0,
      beside: { held: 0, suspended: 60 },
    })
  })

  it('S9: two registrations of one human are one person, whose home is the survivor’s', () => {
    const lines = [registers('b', V1), registers('e', V2), ...serves('b', 'R1'), ...serves('e', 'R2')]
    const merged = makeLine('05-01 00:00', 'RegistrationsMerged', { survivor: 'b', joining: ['e'], there: ['b'] })
    expect([assessFigures(lines)(C).I03.n, assessFigures([...lines, merged])(C).I03.n]).toEqual([2, 1])
    const readFigures = assessFigures([...lines, merged])
    expect([readFigures(T1).I03.n, readFigures(T2).I03.n, readFigures(C).I03.beside.visits]).toEqual([1, 0, 2])
    expect(readFigures(C).I03.beside.registered).toBe(1)
  })

  it('S9: a head on the roster by an old registration is the surviving person', () => {
    const lines = [registers('a', V1), registers('b', V1), ...serves('b', 'R1')]
    const merged = makeLine('05-01 00:00', 'RegistrationsMerged', { survivor: 'b', joining: ['a'], there: ['b'] })
    expect(ratio(assessFigures([...lines, merged])(T1).I01)).toBe('1/2')
    expect(assessFigures([...lines, merged])(T1).I03.n).toBe(0)
  })

  it('S9: home is the last one in effect before the period’s end', () => {
    const moves = (from: string) =>
      makeLine('05-01 00:00', 'HomeMoved', { person: 'b', home: V2, from, outside: false })
    const home = (from: string) => assessFigures([registers('b', V1), ...serves('b', 'R'), moves(from)])(T2).I03.n
    expect([home('2020-05-31'), home('2020-06-01')]).toEqual([1, 0])
  })

  it('S9: the roster is the version in effect on the last day, all heads', () => {
    const adopted = (effectiveFrom: string) =>
      makeLine('05-01 00:00', 'RosterAdopted', {
        rosterId: 'r',
        bodyId: T1,
        area: T1,
        effectiveFrom,
        heads: ['a', 'b', 'z'],
      })
    const lines = [registers('b', V1), ...serves('b', 'R')]
    expect(ratio(assessFigures([...lines, adopted('2020-05-31')])(T1).I01)).toBe('1/3')
    expect(ratio(assessFigures([...lines, adopted('2020-06-01')])(T1).I01)).toBe('0/2')
  })

  it('S1, S9: the population is the latest figure known by then, not one of a later census', () => {
    const known = populated(T1, 20, '2020-03-01T00:00:00.000Z')
    const census = populated(T1, 40, '2021-06-25T00:00:00.000Z', '2020-05-01')
    const newer = populated(T1, 30, '2020-06-10T00:00:00.000Z', '2020-05-01')
    const future = populated(T1, 90, '2020-06-10T00:00:00.000Z', '2020-06-02')
    const d = (...lines: ReadonlyArray<ReturnType<typeof makeLine>>) => assessFigures(lines)(T1).I03.d
    expect([d(known, census), d(known, newer), d(known, future), d()]).toEqual([20, 30, 20, 0])
  })

  it('S11: a city without a figure of its own has the sum of its townships’, if all have one', () => {
    const t1 = populated(T1, 20, '2020-03-01T00:00:00.000Z')
    const t2 = populated(T2, 30, '2020-03-01T00:00:00.000Z')
    expect([assessFigures([t1, t2])(C).I03.d, assessFigures([t1])(C).I03.d]).toEqual([50, 0])
  })

  it('S10: without a denominator there is no data, which is neither 0 nor met', () => {
    expect(assessFigures([])(V1).I01).toMatchObject({ n: 0, d: 0, hundredths: null, met: false })
    expect(assessFigures([])(V1).I02).toMatchObject({ hundredths: null, met: false, beside: { median: { d: 0 } } })
  })

  it('C08, S10: both targets are compared exactly, by multiplying across', () => {
    const lines = (minutes: number) => [registers('a', V1), ...serves('a', 'R', { minutes })]
    const met = (minutes: number) => assessFigures(lines(minutes))(T1).I02.met
    // Two heads, 61 of 366 days: 200 minutes a head.
    expect([met(399), met(400)]).toEqual([false, true])
    const all = [...lines(10), registers('x', V1), ...serves('x', 'R2')]
    expect([assessFigures(lines(10))(T1).I01.met, assessFigures(all)(T1).I01.met]).toEqual([false, true])
  })

  it('C10: the target is 13 percent of the resident population', () => {
    const met = (heads: number) =>
      assessFigures([populated(T1, heads, '2020-03-01T00:00:00.000Z'), registers('b', V1), ...serves('b', 'R')])(T1).I03
        .met
    expect([met(7), met(8)]).toEqual([true, false])
  })

  it('S5: a what-if with other targets has the same n and d', () => {
    const lines = [registers('a', V1), ...serves('a', 'R')]
    const easier = otherPolicy({ targets: { inServiceParticipation: 50 } })
    const plain = assessFigures(lines)(T1).I01
    const other = assessFigures([easier, ...lines])(T1).I01
    expect([ratio(plain), plain.met, ratio(other), other.met]).toEqual(['1/2', false, '1/2', true])
  })

  it('S11: a person without a home counts in the city’s own row, so that no person is lost', () => {
    const figures = assessFigures(serves('stranger', 'R', { servedUnit: C }))
    expect([figures('own').I03.n, figures(C).I03.n, figures(T1).I03.n]).toEqual([1, 1, 0])
    expect([figures('own').I14.d, figures(C).I14.d]).toEqual([60, 60])
  })

  it('S1: there are no figures where no policy was in force', () => {
    const input = buildInput([registers('b', V1), ...serves('b', 'R')])
    const nothing = { policyVersion: null, areas: [], bodies: [] }
    expect(assess({ ...input, policies: { ...input.policies, policies: [] } })).toMatchObject(nothing)
    expect(assess({ ...input, tree: { ...input.tree, root: null } })).toMatchObject(nothing)
  })

  it('S1, S12: a figure is explained by the rows behind it', () => {
    const input = buildInput([registers('b', V1), ...serves('b', 'R'), registers('e', V2), ...serves('e', 'R2')])
    const explained = { measure: 'I03', area: { unit: input.tree.root as never, own: false } } as const
    expect(explainFigure(input, explained)).toMatchObject([
      { view: 'volunteers', row: 'b', unit: V1, n: 1 },
      { view: 'volunteers', row: 'e', unit: V2, n: 1 },
    ])
    const inT1 = explainFigure(input, { ...explained, area: { unit: T1 as never, own: false } })
    expect(inT1.map(({ row }) => row)).toEqual(['b'])
  })
})
