/** `docs/reference/detectors.md`. */
import { detectors, factEvents, type Detector } from '@zhiyuan/domain/detectors'
import { code, enumerate, link, page, paragraphs, table } from './markdown.ts'

const introduction = `What every single rule lets pass can only be seen afterwards, over the whole log. A detector is a pure function over the log: it names the persons, units and
teams of a pattern, the minutes that count month by month, and up to forty events, by stream and version, that an auditor opens. **A finding is a question, not a
verdict**: it holds nothing and changes nothing in the ledger. Each has an honest twin that it does not find; \`drawn-check\` sees no pattern, and
draws one record of each human and month for someone to ask about.

\`detect\` of \`@zhiyuan/domain/detectors\` looks through a log once for all of them: \`detect((await ledger.read(null, 10_000)).events)\` for the first events of a ledger;
of a log that is read page by page, \`beginDetection\` takes one event after the other, and keeps facts alone. Events of other slices are passed over, so the log of \`startLoop\` may be given as it is.
The answer is an \`Either\`: findings, or why there can be none. \`NotALog\`: it is a promise or a page, not the events themselves. \`LogNotFromItsStart\`: a stream begins after its first event, since the log was read from somewhere on.
\`LogOutOfOrder\`: in a stream an event is left out, stands again, or stands before an earlier one. Streams may stand in any order beside each other; a stream that is missing as a whole cannot be noticed. Persons are named by their surviving registration (G2). A month is the local month of the service. What a record says today counts: one that was
voided brings no minutes. The cost per event stands in [benchmarks.md](benchmarks.md).`

const limits = `- **A visit that both sides invent once.** The log has what they said, and no one else was there. Only a person who asks at the door sees it: \`drawn-check\` says of which record to ask.
- **Who sat at home beside others who served.** The check-in is in time, the review is for all. The drawn check draws such a record no sooner than a true one.
- **A telephone, a place, a voice.** The log knows no device and no coordinates (P1), so that one telephone used for two people leaves only its rhythm.
- **A person behind several registrations** that were never merged (G2).
- **Why.** A pattern may have a good reason that the log does not hold. Ask first.
- **What all do alike.** Several detectors compare with others of the month or the level; where all do the same, no one stands out.`

const entry = ({ name, title, sees, passes, honest }: Detector): string =>
  paragraphs(
    `### ${name}`,
    `**${title.zh} · ${title.en}**`,
    table(
      ['', '中文', 'English'],
      [
        ['sees', sees.zh, sees.en],
        ['does not see', passes.zh, passes.en],
        ['not found', honest.zh, honest.en],
      ],
    ),
  )

const facts = (): string =>
  table(
    ['facts', 'read off'],
    Object.entries(factEvents).map(([name, types]) => [
      code(name),
      enumerate(types.map((type) => link(type, type, 'events.md'))),
    ]),
  )

/** The page of the detectors. */
export const detectorsPage = (): string =>
  page(
    'Detectors',
    introduction,
    table(
      ['detector', '中文', 'what it is about', 'reads'],
      detectors.map(({ name, title, reads }) => [link(name, name), title.zh, title.en, reads.map(code).join(', ')]),
    ),
    '## Each of them',
    ...detectors.map(entry),
    '## The facts',
    facts(),
    '## What no detector sees',
    limits,
  )
