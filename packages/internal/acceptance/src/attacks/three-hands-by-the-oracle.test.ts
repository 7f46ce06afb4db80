/** Random posts and registrations, told to the ledger and to the oracle: the same people record, verify, suspend and void (H7, H9, H16, G8). */
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { RoleName } from '@zhiyuan/domain'
import {
  areThreeHands,
  findApprovers,
  findRecorders,
  mayApprove,
  mayPairRule,
  mayRecord,
  maySuspend,
  mayVoid,
  type HandledRecord,
  type Office,
} from '../oracles/three-hands.oracle.fixture.ts'
import { actor, C, claim, register, T1, V1, why } from './county.fixture.ts'
import { openCounty, who, type County } from './people.fixture.ts'
import { holdUntilMet } from './deep-enough.fixture.ts'

type Hand = ReturnType<typeof actor>
interface Held {
  readonly person: string
  readonly unit: string
  readonly role: RoleName
  readonly proposes: boolean
}
const openBy = ({ person, role, unit }: Held): Hand => actor(person, role, unit)
/** a is credited; v is another registration of a, and w one of the clerk k1. */
const merges = { none: null, 'v-into-a': ['v', 'a'], 'w-into-k1': ['w', 'k1'] } as const
interface World {
  readonly merge: keyof typeof merges
  readonly isMergedLater: boolean
  readonly responsible: string
  readonly posts: ReadonlyArray<Held>
}
const drawWorld: fc.Arbitrary<World> = fc.record({
  merge: fc.constantFrom('none', 'v-into-a', 'w-into-k1'),
  isMergedLater: fc.boolean(),
  responsible: fc.constantFrom('b', 'b', 'b', 'a', 'v'),
  posts: fc.uniqueArray(
    fc.record({
      person: fc.constantFrom('q1', 'q2', 'k1', 'kt', 'm', 'a', 'v', 'w'),
      unit: fc.constantFrom(V1, V1, T1, C),
      role: fc.constantFrom<RoleName>(
        'approver',
        'approver',
        'approver',
        'recorder',
        'clerk',
        'assessor',
        'administrator',
      ),
      proposes: fc.boolean(),
    }),
    { selector: ({ person, unit, role }) => `${person} ${unit} ${role}`, minLength: 3, maxLength: 9 },
  ),
})

const planned = { start: '2020-05-07T01:00:00.000Z', end: '2020-05-07T02:00:00.000Z' }
const session = {
  type: 'PublishSession',
  sessionId: 'S1',
  host: V1,
  planned,
  content: 'hardship-relief',
  seats: null,
  risks: { known: false, description: null },
  responsible: 'b',
}
const enter = (responsible: string) => ({
  type: 'Backfill',
  volunteer: 'a',
  recordId: 'R1',
  occasion: { type: 'session', sessionId: 'S1', host: V1 },
  segments: [planned],
  minutes: 60,
  content: 'hardship-relief',
  bodyId: V1,
  teamId: null,
  responsible,
  reason: null,
})
const record = { volunteer: 'a', recordId: 'R1' }

const merge = async ({ does }: County, pair: (typeof merges)[keyof typeof merges]): Promise<void> => {
  if (pair === null) return
  const [person, survivor] = pair
  expect(await does({ type: 'ProposeMerge', person, survivor }, who.deputy)).toBe('ok')
  expect(await does({ type: 'MergeRegistrations', person, survivor }, who.admin)).toBe('ok')
}
/** Each unit has a clerk in the ledger, since otherwise it has its people from elsewhere (H16). */
const given: ReadonlyArray<Held> = [
  { person: 'k1', unit: V1, role: 'clerk', proposes: false },
  { person: 'kt', unit: T1, role: 'clerk', proposes: false },
]
const openStory = async (world: World) => {
  const county = await openCounty()
  const { does, at } = county
  for (const person of ['v', 'w', 'k1']) {
    await does(claim(person), who.admin)
    expect(await does(register(person), who.admin)).toBe('ok')
  }
  if (!world.isMergedLater) await merge(county, merges[world.merge])
  const posts: Held[] = []
  expect(await does({ type: 'LeavePost', unitId: V1, post: 'approver', person: 'q1' }, who.admin)).toBe('ok')
  const drawn = world.posts.some(({ unit, role }) => unit === V1 && (role === 'clerk' || role === 'recorder'))
  for (const post of [...world.posts, ...(drawn ? given.slice(1) : given)]) {
    const { person, unit: unitId, role } = post
    if ((await does({ type: 'TakePost', unitId, post: role, person, office: null }, who.admin)) === 'ok')
      posts.push(post)
  }
  at('05-06 01:00')
  expect(await does(session, who.k1)).toBe('ok')
  at('05-08 01:00')
  return { county, posts }
}

const units = [
  { unit: C, parent: null },
  { unit: T1, parent: C },
  { unit: V1, parent: T1 },
]
const entered: HandledRecord = {
  grade: 'manual',
  isLate: false,
  unit: V1,
  credited: 'a',
  recorders: [],
  responsible: 'b',
  approver: null,
  handlers: [],
  suspendedBy: null,
}
const findOffice = (posts: ReadonlyArray<Held>, human: (person: string) => string): Office => ({
  units,
  holders: posts.flatMap(({ person, unit, role }) => {
    const post = role === 'clerk' ? 'recorder' : role
    return post === 'recorder' || post === 'approver' || post === 'assessor' || post === 'administrator'
      ? [{ person: human(person), unit, post }]
      : []
  }),
})

/** Each of them tries, until one may; who it is. */
const findFirst = async (
  { does }: County,
  posts: ReadonlyArray<Held>,
  command: { readonly type: string },
  may: (post: Held) => boolean,
): Promise<string | null> => {
  for (const post of posts) {
    const answer = await does(command, openBy(post))
    const { person, unit, role } = post
    expect({ command: command.type, person, unit, role, answer, may: answer === 'ok' }).toEqual({
      ...{ command: command.type, person, unit, role, answer },
      may: may(post),
    })
    if (answer === 'ok') return person
  }
  return null
}
const found = { entered: 0, verified: 0, together: 0, voided: 0 }

const agree = async (world: World) => {
  const { county, posts } = await openStory(world)
  const pair = merges[world.merge]
  const alike = (person: string): string => (pair !== null && person === pair[0] ? pair[1] : person)
  let human = world.isMergedLater ? (person: string) => person : alike
  let now: HandledRecord = { ...entered, responsible: human(world.responsible) }
  const isRecorder = ({ role }: Held) => role === 'clerk' || role === 'recorder'
  const recorders = posts.filter(isRecorder)
  const before = findOffice(posts, human)
  const fromThere = findRecorders(now, before)
  const recordsAt = ({ person, unit }: Held): boolean =>
    fromThere.type === 'unit' && unit === fromThere.unit && mayRecord(human(person), now, before)
  const recorder = await findFirst(county, recorders, enter(world.responsible), recordsAt)
  if (recorder === null) return
  found.entered++
  if (world.isMergedLater) await merge(county, pair)
  human = alike
  now = { ...now, recorders: [human(recorder)] }
  const office = findOffice(posts, human)
  county.at('05-12 01:00')
  const proposers: string[] = []
  for (const post of posts)
    if (post.proposes && post.unit === C) {
      const proposal = { type: 'ProposeRuling', rulingId: 'VerifyRecord.a.R1.1', ...why('seen') }
      if ((await county.does(proposal, openBy(post))) === 'ok') proposers.push(human(post.person))
    }
  const hands = findApprovers(now, office)
  const verifies = ({ person, unit, role }: Held): boolean =>
    hands.type === 'unit'
      ? role === 'approver' && unit === hands.unit && mayApprove(human(person), now, office)
      : unit === C &&
        (role === 'assessor' || role === 'administrator') &&
        proposers.some((proposer) => mayPairRule(proposer, human(person), hands))
  const approver = await findFirst(county, posts, { type: 'VerifyRecord', ...record }, verifies)
  if (approver === null) return
  found.verified++
  if (hands.type === 'pair') found.together++
  now = { ...now, approver: human(approver), handlers: hands.type === 'pair' ? proposers : [] }
  const { events } = await county.ledger.read(null, 100_000)
  const isHeld = events.some(({ data }) => data.type === 'RecordHeld' && data.kind === 'same-person')
  expect(isHeld).toBe(!areThreeHands(now))
  if (isHeld) return
  const isApprover = ({ role }: Held): boolean => role === 'approver'
  const suspend = { type: 'SuspendRecord', ...record, ...why('asked') }
  const suspender = await findFirst(
    county,
    posts,
    suspend,
    (post) => isApprover(post) && maySuspend(human(post.person), now, office),
  )
  if (suspender === null) return
  now = { ...now, suspendedBy: human(suspender), handlers: [human(suspender)] }
  const voids = (post: Held): boolean => isApprover(post) && mayVoid(human(post.person), now, office)
  const voider = await findFirst(county, posts, { type: 'VoidRecord', ...record, ...why('made-up') }, voids)
  if (voider !== null) found.voided++
}

describe('three hands, by the ledger and by the oracle', () => {
  it('H7, H9, H16, G8: the same people record, verify, suspend and void', { timeout: 240_000 }, async () => {
    await holdUntilMet(fc.asyncProperty(drawWorld, agree), { numRuns: 32 }, () => found.voided > 5)
    expect(found.voided).toBeGreaterThan(5)
  })
})
