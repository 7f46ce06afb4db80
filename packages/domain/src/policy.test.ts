/** The policy with every section: what is adopted, how an older or newer policy is read, and what a what-if question may assume. */
import { readdirSync } from 'node:fs'
import * as E from 'fp-ts/lib/Either.js'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { closed, decode, replay, type Instant, type LocalDay } from '@zhiyuan/kernel'
import { attemptDecider } from '@zhiyuan/testing'
import { arbitraryPolicy } from './policy.arbitrary.ts'
import { completeTerms, policy, sections, whatIf, type PolicyTermsSaid } from './policy.ts'
import { nationalDefaultPolicy, test1 } from './presets/policies.ts'
import { people } from './fixtures/people.ts'
import { scene, world } from './fixtures/world.ts'
import {
  policyFold,
  findPolicyOfDay,
  policySlice,
  readTerms,
  section,
  startTimer,
  Term,
  type AnySection,
  type Policy,
  type PolicyBook,
} from './slices/organisation/policy/index.ts'
import { orderTerms } from './slices/requests/order/order.terms.ts'
import { recordTerms } from './slices/hours/record/record.terms.ts'

const decide = attemptDecider(policy, { world, scene: { ...scene, actor: people.admin } })
const adoptedAt = '2020-01-01T00:00:00.000Z' as Instant
const day = (text: string) => text as LocalDay
const adoptPolicies = (...policies: ReadonlyArray<Policy>): PolicyBook =>
  replay(
    policyFold,
    policies.map((one) => ({ type: 'PolicyAdopted' as const, ...one, adoptedAt })),
  )
const adoptLater = (more: object) => ({ type: 'AdoptPolicy', ...test1, ...more })
const listIssues = (u: unknown) => {
  const outcome = decode(policy.command)(u)
  return outcome._tag === 'Left' ? outcome.left.issues : []
}
const runs = { numRuns: 100 }

describe('a policy that is adopted', () => {
  it('G5: is complete in the log, with every term of every section', () => {
    fc.assert(
      fc.property(arbitraryPolicy, (drawn) => {
        const adopted = decide(policyFold.initial, { command: { type: 'AdoptPolicy', ...drawn } })
        const [event] = E.isRight(adopted) ? adopted.right : []
        const whole = closed(Object.fromEntries(sections.map(({ name, fields }) => [name, closed(fields)])))
        expect(whole.is(event?.type === 'PolicyAdopted' ? event.sections : null)).toBe(true)
      }),
      runs,
    )
  })
  it('G5: is refused with the path of an unknown section, an unknown term or a wrong value', () => {
    const { orders, ...others } = test1.sections
    const path = (said: unknown) => listIssues(adoptLater({ sections: said })).map(({ path: at }) => at)
    expect(path({ ...test1.sections, order: orders })).toEqual(['$.sections.order'])
    expect(path(others)).toEqual(['$.sections.orders'])
    expect(path({ ...others, orders: { ...orders, ofer: { hours: 1 } } })).toEqual(['$.sections.orders.ofer'])
    expect(path({ ...others, orders: { ...orders, offer: { hours: 0 } } })).toEqual(['$.sections.orders.offer'])
  })
  it('G5: is refused with its path where an untyped program misspells a term', () => {
    const loose = { orders: { ofer: { hours: 1 } }, dairy: {} } as object
    expect(listIssues(adoptLater({ sections: completeTerms(loose) })).map(({ path }) => path)).toEqual([
      '$.sections.orders.ofer',
      '$.sections.dairy',
    ])
  })
  it.each([
    [{ orders: null }, '$.sections.orders', '$.orders'],
    [{ orders: 7 }, '$.sections.orders', '$.orders'],
    [{ orders: [] }, '$.sections.orders', '$.orders'],
    [{ orders: 'two hours' }, '$.sections.orders', '$.orders'],
    [null, '$.sections', '$'],
    [[], '$.sections', '$'],
    ['two hours', '$.sections', '$'],
  ])('G5: terms that are no records are refused by their path: %j', (said, adopted, supposed) => {
    // What the types forbid and JSON may contain.
    const loose = said as unknown as PolicyTermsSaid
    const issues = listIssues(adoptLater({ sections: completeTerms(loose, test1.sections) }))
    expect(issues.map(({ path }) => path)).toEqual([adopted])
    const answer = whatIf({ ...policyFold.initial, policies: [test1] }, '2021-01-01', loose)
    expect(answer).toMatchObject({ left: { type: 'DecodeRefused', issues: [{ path: supposed }] } })
  })
  it('G5: that a program with fewer sections wrote equals one that writes out the defaults', () => {
    const before = policySlice([orderTerms])
    const { version, document, effectiveFrom } = test1
    const old = { version, document, effectiveFrom, sections: { orders: test1.sections.orders } }
    expect(decode(before.event)({ type: 'PolicyAdopted', ...old, adoptedAt })._tag).toBe('Right')
    const again = { ...old, sections: completeTerms({}, old.sections) }
    expect(decide(adoptPolicies(old), { command: { type: 'AdoptPolicy', ...again } })).toEqual(E.right([]))
    const other = completeTerms({ points: { minutesPerPoint: 31 } }, old.sections)
    expect(decide(adoptPolicies(old), { command: { type: 'AdoptPolicy', ...again, sections: other } })).toMatchObject({
      left: { type: 'SameIdOtherContent' },
    })
  })
})

describe('a policy as a program reads it', () => {
  const later = section('diary', { notes: Term }, { notes: { hours: 24 } })
  const newer = policySlice([...sections, later])

  it('G5: of a newer program is kept whole, and its known terms are read', () => {
    const adopted = {
      type: 'PolicyAdopted',
      ...test1,
      adoptedAt,
      sections: { ...test1.sections, diary: { notes: { hours: 1 } } },
    }
    const read = decode(policy.event)(JSON.parse(JSON.stringify(adopted)))
    expect(read).toEqual(E.right(adopted))
    // The type has no section of a newer program; the codec keeps it.
    expect(policy.event.encode(adopted as never)).toEqual(adopted)
  })
  it('G5: of an older program has, for a missing term, the meaning from before there was that term', () => {
    expect(decode(newer.event)({ type: 'PolicyAdopted', ...test1, adoptedAt })._tag).toBe('Right')
    expect(readTerms(later, test1)).toEqual({ notes: { hours: 24 } })
    const { offer } = test1.sections.orders
    expect(readTerms(orderTerms, { sections: { orders: { offer } } })).toEqual({ ...orderTerms.absent, offer })
  })
  it('G5: that is damaged is refused with its path', () => {
    const damaged: unknown = JSON.parse(
      JSON.stringify({ type: 'PolicyAdopted', ...test1, adoptedAt }).replace(
        '"longestPlanned":1440',
        '"longestPlanned":"1440"',
      ),
    )
    expect(decode(policy.event)(damaged)).toMatchObject({
      left: { issues: [{ path: '$.sections.orders.longestPlanned', expected: 'Minutes' }] },
    })
  })
})

describe('a section', () => {
  const all: ReadonlyArray<AnySection> = sections

  it('G5: has an `absent` that decodes by its own terms and passes its own check', () => {
    for (const one of all) {
      expect(closed(one.fields).is(one.absent), one.name).toBe(true)
      expect(one.check(one.absent), one.name).toBeNull()
    }
    expect(new Set(all.map(({ name }) => name)).size).toBe(all.length)
  })
  it('G5: is in the list if it is declared: a section that is read but not wired would always mean its `absent`', async () => {
    const here = new URL('./slices/', import.meta.url)
    const files = readdirSync(here, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.terms.ts'))
    const modules = await Promise.all(
      files.map((path) => import(new URL(path, here).href) as Promise<Readonly<Record<string, unknown>>>),
    )
    const isSection = (u: unknown): u is AnySection => typeof u === 'object' && u !== null && 'absent' in u
    const declared = modules.flatMap((module) => Object.values(module).filter(isSection))
    expect(declared.map(({ name }) => name).sort()).toEqual(all.map(({ name }) => name).sort())
    expect(declared.every((one) => all.includes(one))).toBe(true)
  })
})

describe('what if', () => {
  const stricter = { records: { countedGrades: ['system', 'attested'] } } as const satisfies PolicyTermsSaid
  const from = day('2020-05-01')
  const supposed = (book: PolicyBook, said: PolicyTermsSaid = stricter): PolicyBook => {
    const answer = whatIf(book, from, said)
    if (E.isLeft(answer)) throw new Error(JSON.stringify(answer.left))
    return answer.right
  }
  const listTerms = (book: PolicyBook, at: string) => {
    const found = findPolicyOfDay(book, day(at))
    const all: ReadonlyArray<AnySection> = sections
    return found === null ? null : Object.fromEntries(all.map((one) => [one.name, readTerms(one, found)]))
  }

  it('G5: equals the policies after adopting the terms, on every day', () => {
    fc.assert(
      fc.property(arbitraryPolicy, arbitraryPolicy, arbitraryPolicy, (one, other, drawn) => {
        const book = adoptPolicies(one, other)
        const { records, orders, stars, local } = drawn.sections
        const said = { records, orders, stars, local }
        const inForce = findPolicyOfDay(book, from)
        const since = [...(inForce === null ? [] : [{ ...inForce, effectiveFrom: from }])]
        const after = book.policies.filter(({ effectiveFrom }) => effectiveFrom > from)
        const adopted = [...since, ...after].map((was) => ({ ...was, sections: completeTerms(said, was.sections) }))
        const asked = supposed(book, said)
        for (const at of [
          '1900-01-01',
          '2020-04-30',
          '2020-05-01',
          '2199-12-31',
          one.effectiveFrom,
          other.effectiveFrom,
        ])
          expect(listTerms(asked, at)).toEqual(listTerms({ ...book, policies: [...book.policies, ...adopted] }, at))
      }),
      runs,
    )
  })
  it('G5: does not change earlier policies, nor what cites an edition', () => {
    const book = adoptPolicies(test1)
    const asked = supposed(book)
    expect(listTerms(asked, '2020-04-30')).toEqual(listTerms(book, '2020-04-30'))
    expect(asked.policies.map(({ version, effectiveFrom }) => `${version} ${effectiveFrom}`)).toEqual([
      'TEST-1 2020-01-01',
      'what-if:TEST-1 2020-05-01',
    ])
    expect(readTerms(recordTerms, asked.policies[0] as Policy).countedGrades).toHaveLength(3)
  })
  it.each(['2026-13-01', '2021-02-29', '2021-1-1', 'soon', '', null, 20210101])(
    'is refused where %j is not a day',
    (no) => {
      expect(whatIf(adoptPolicies(test1), no as string, stricter)).toEqual(
        E.left({ type: 'DecodeRefused', issues: [{ path: '$.from', expected: 'LocalDay' }] }),
      )
    },
  )
  it('G5: is refused exactly as adopting would be', () => {
    const unrisen = whatIf(adoptPolicies(nationalDefaultPolicy), from, { stars: { thresholds: [2, 1] } })
    expect(unrisen).toMatchObject({ left: { type: 'TermRefused', section: 'stars', term: 'thresholds' } })
    const none = whatIf(adoptPolicies(nationalDefaultPolicy), from, { orders: { offer: { hours: 0 } } })
    expect(none).toMatchObject({ left: { type: 'DecodeRefused', issues: [{ path: '$.orders.offer' }] } })
  })
})

/** Checked by the compiler, never run. */
export const typeTests = (book: PolicyBook): void => {
  // Of type `any`, so that each error below comes from the term of its line alone.
  const at = '2020-05-01T00:00:00.000Z' as never
  // @ts-expect-error another slice's term
  startTimer(book, { of: orderTerms, term: 'answer', at })
  // @ts-expect-error a term that is no length of time
  startTimer(book, { of: orderTerms, term: 'longestPlanned', at })
  // @ts-expect-error no such section
  completeTerms({ order: { offer: { hours: 1 } } })
  // @ts-expect-error no such term
  completeTerms({ orders: { ofer: { hours: 1 } } })
  // @ts-expect-error no such grade
  completeTerms({ records: { countedGrades: ['systm'] } })
  // @ts-expect-error an `absent` that is not of its codec
  section('more', { place: Term }, { place: { weeks: 2 } })
}
