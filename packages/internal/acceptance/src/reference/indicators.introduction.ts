/** What all figures have in common: the part of `docs/reference/indicators.md` that is no data. */
export const introduction = `One formula for every figure (indicator set 1): what is counted (n), of what (d), at which unit, and what must stand beside the
figure. An outsider who has the events can compute each figure again from this page alone. The rules, by id: [rules.md](rules.md); the events:
[events.md](events.md); the terms of the policy: [policy.md](policy.md). State: **built**, or **later**.`

export const common = `- **A figure is F(P, K)** (S12). P is a period \`[from, to)\` of local days, from its first midnight to the midnight after its last, in the
  zone of the policy (S7). K is an instant: of all events only those with \`recordedAt\` ≤ K are used, in the order of the log.
- **The policy** is, of every \`PolicyAdopted\` with \`effectiveFrom\` on or before the last day of P, the one with the latest \`effectiveFrom\`, of two
  the one recorded later (G5). Without one, or without units, there is no table.
- **A unit** is one of \`UnitOpened\`, under the parent that the last \`UnitMoved\` names.
- **Units add up** along the tree (S11): what counts for a unit counts for it and for every unit above. The city has a second row, its own: what
  counts for the city itself, or for no unit of the tree.
- **A ratio** is two whole numbers, n and d (S10). With d = 0 there is no figure: neither 0 nor met. It is shown half up to two decimals, of a
  hundred for a share, of one for I02; whether a target is met is decided by multiplying across. A middle value of an even number of values is the
  mean of the two in the middle; of none there is none.`

export const people = `- **A person** is a registration with all that were merged into it (S9): by every \`RegistrationsMerged\`, \`joining\` go on as the \`survivor\`, and so do
  those that had been merged into them; a \`RegistrationsSplit\` makes two persons again, each with the first of its list as the surviving one. Every id
  below stands for its surviving one.
- **The roster** is, of each \`bodyId\`, the \`RosterAdopted\` with the latest \`effectiveFrom\` on or before the last day of P, of two the one recorded
  later. Its \`heads\` are the heads; one who never registered is one of them. A head on several lists counts for the area of the body that
  was the first to adopt one of those in effect by then.
- **Home** is, of the person's \`VolunteerRegistered\` (\`home\`, from \`homeFrom\`) and \`HomeMoved\` (\`home\`, \`from\`), the one with the latest day on or
  before the last day of P, of two the one recorded later. Of several registrations the surviving one is asked first, the others by id. A person
  without a home counts for the city. One whose home says \`outside\` lives outside the tree, and \`home\` is the unit that keeps the registration.`

export const records = `- **A record** is known by \`volunteer\` and \`recordId\`. Its \`day\`, \`minutes\` and \`grade\` are those of the last event that says them (a \`RecordHeld\`
  only where none did before it), its segments and marks those of the last \`RecordSubmitted\`, \`RecordResubmitted\` or \`RecordCorrected\`.
- **It stands** as the last of these says: \`RecordSubmitted\` and \`RecordResubmitted\` as submitted, \`RecordVerified\`, \`RecordCorrected\` and
  \`RecordReinstated\` as verified, \`RecordReturned\`, \`RecordWithdrawn\`, \`RecordRejected\`, \`RecordSuspended\` and \`RecordVoided\` as they say. One that
  stands as submitted and has a \`RecordHeld\` whose \`holdId\` no \`HoldCleared\` or \`HoldLifted\` names stands as held.
- **A record is of P** when its \`day\`, the local day of its first segment, is in P; it is never split (S7).
- **A record counts** (S8) when it stands as verified, its \`grade\` is one of \`records.countedGrades\`, and it gives way to none. Of a person with several
  registrations, a verified record gives way to a verified one that shares a minute with it and was recorded before (\`recordedAt\` of
  \`RecordSubmitted\`, then \`volunteer\`, then \`recordId\`), whether that one gives way itself or not (H5).
- **Counted minutes of P** of a person are the minutes of all counted records of P.`

export const requests = `- **A need is of P** when its \`NeedSubmitted\` was recorded in P. Its answers are \`InformationRequested\`, \`NeedApproved\`, \`NeedReferred\`, \`NeedMerged\`
  and \`NeedRejected\`, each at its \`recordedAt\`; its decision is the first of them that is no \`InformationRequested\`.
- **An order is of P** when its \`OrderPlaced\` was recorded in P. Its last round is 1, or the highest \`round\` of an \`OrderReopened\`. It is cancelled,
  aborted or unmet by \`OrderCancelled\`, \`OrderAborted\` or \`OrderUnmet\`; else closed by an \`OrderClosed\` of the last round; else open.
- **An order is completed** when it is closed and a \`ServiceReported\` of the last round is there. Of several events of one type and round the last holds.
- **The owner** of a need is the \`unitId\` of \`NeedSubmitted\`, of an order the \`owner\` of \`OrderPlaced\`, through every escalation, return and transfer;
  the \`to\` of the last \`OrderMisrouted\` of the order, or of one of the need, stands in its place from the start (O19, S14).`
