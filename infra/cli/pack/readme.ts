import type { PackBegun, PackScope } from '../../../shared/domain/pack.ts';

/** What a pack holds, in words of its summary. */
export interface PackCounts {
  learners: number;
  entries: number;
  awards: number;
  certificates: number;
  heads: number;
}

/** What a pack is about, in words. */
export const aboutWhat = (scope: PackScope): string => {
  if ('learnerId' in scope) return `the learner ${scope.learnerId}`;
  if ('activityId' in scope) return `the activity ${scope.activityId}`;
  return `credit awarded from ${scope.from} to ${scope.to}`;
};

/** What an auditor reads first: what is in the pack, and how to check it without asking anybody. */
export function readme(facts: {
  readonly scope: PackScope;
  readonly begun: PackBegun;
  readonly counts: PackCounts;
}): string {
  const { scope, begun, counts } = facts;
  const { providerName, siteUrl, at, packId } = begun;
  return `# Auditor's pack: ${aboutWhat(scope)}

From the records of **${providerName}** (${siteUrl}), collected at ${at} as pack ${packId}:
learners: ${counts.learners}, awards: ${counts.awards}, certificates (PDF): ${counts.certificates}, ledger entries: ${counts.entries}, signed heads: ${counts.heads}.

**This pack holds personal data**: names and professions as they are printed on certificates, what credit each person earned, and staff's
reasons for changes. Keep it where only those can read it who need it for the audit, and delete it afterwards. That it was collected, by
whom and why, stands in the provider's audit trail.

## What is in it

| File | What it says |
|---|---|
| \`awards.csv\`, \`awards.json\` | What was awarded; the CSV for people, one row for each credit |
| \`learners/{id}.json\` | A learner's whole ledger; and, of what this pack is about, awards, certificates with their snapshots, changes; and proofs that heads cover the ledger |
| \`certificates/*.pdf\` | The certificates as they were issued |
| \`activities/*.json\` | The versions of the activities, without right answers. No hash of them is in the ledger: what a certificate says of its activity stands in its snapshot |
| \`heads/{day}.json\` | The signed heads of the days, as they were published |
| \`keys.json\` | The provider's public keys, as JSON Web Keys |
| \`openssl/\` | The newest head once more, in the forms that openssl takes |
| \`verify.mjs\` | A program that checks all of this |
| \`SHA256SUMS\` | The sums of the files above |

A ledger is a list of events. Each entry holds the hash of the one before, and awards, certificates and changes are held by their hashes. Once a
day the end of every learner's ledger is a line in a list, the list is one hash (a Merkle root), and the head with it is signed and published; each
head names the hash of the one before.

## Check it

With Node 20 or newer. It reads this folder alone and needs no network; read it first, it is short:

\`\`\`sh
node verify.mjs                  # prints OK and what was checked, or the first fault
node verify.mjs copies/*.json    # and compares heads that you, or somebody else, kept a copy of
\`\`\`

The same by hand, with other programs:

1. **The files are those that were packed**: \`sha256sum -c SHA256SUMS\`
2. **The provider's key signed the newest head**, and so all before it, each of which the next one names by its hash:
   \`\`\`sh
   openssl dgst -sha256 -verify openssl/key.pem -signature openssl/signature.der openssl/signed.txt
   cut -d. -f2 openssl/signed.txt | tr '_-' '/+' | base64 -d 2>/dev/null    # what was signed: the newest head without its signature
   sha256sum heads/*.json                                                   # each is "previous" of the next
   \`\`\`
3. **The key is the provider's**: compare \`keys.json\` with ${siteUrl}/.well-known/did.json, and with what you noted down earlier.
4. **The heads are those that were published**: compare one with \`curl ${siteUrl}/credentials/heads/{day}\`, and with copies that others keep.
   A provider that gives other heads today than it published then is found out by a copy alone.
5. **A head covers a ledger**: in a learner's \`proofs\`, \`line\` holds the number of entries and the hash of the last. Hash it, then each step of
   \`path\` beside it on the side that it says; what comes out is the root of the shard in the head of that day:
   \`\`\`sh
   printf '\\0%s' "$LINE" | sha256sum                                        # a leaf
   (printf '\\1'; printf '%s%s' "$LEFT" "$RIGHT" | xxd -r -p) | sha256sum    # a step
   \`\`\`
6. **A certificate's PDF is the one that was issued**: its \`sha256sum\` stands in the \`certificate.issued\` entry of the ledger. Its own
   signature: \`pdfsig certificates/FILE.pdf\` says "Signature is Valid" **and** "Total document signed".

## What it proves, and what not

- Whatever was altered after a head was signed shows, unless the heads since then were signed anew as well: against that stand copies
  that others keep.
- Entries that no head covers yet (since the last midnight UTC) are proved by their chain alone.
- A pack about an activity or a period holds the learners whom the provider's records name. That none was left out, no pack can prove; the
  heads say how many ledgers there are, and a pack can be asked for each learner.
- It proves what the provider recorded, and when. It does not prove that it was true.
`;
}
