import { parseArgs } from 'node:util';
import type { Command, Terminal } from './command.ts';
import { functionsOf, type Invoke, systemOptions, systemUsage } from './functions.ts';

const counted = ['learners', 'entries', 'awards', 'certificates'] as const;
type Sums = Record<(typeof counted)[number], number>;

const inWords = ({ learners, entries, awards, certificates }: Sums): string => {
  const figure = (number: number): string => number.toLocaleString('en-US');
  return `${figure(learners)} learners, ${figure(entries)} ledger entries, ${figure(awards)} awards, ${figure(certificates)} certificates`;
};

/** After so many learners a line says how far it is. */
const TELL_EACH = 1_000;

async function audit(invoke: Invoke, terminal: Terminal): Promise<boolean> {
  const sums: Sums = { learners: 0, entries: 0, awards: 0, certificates: 0 };
  let found = 0;
  let place: { readonly shard: number; readonly cursor?: string | undefined } | undefined = { shard: 0 };
  for (let told = 0; place; ) {
    const page: Awaited<ReturnType<typeof invoke<'audit-ledger'>>> = await invoke('audit-ledger', place);
    for (const name of counted) sums[name] += page[name];
    for (const { where, wrong } of page.findings) terminal.complain(`${where} ${wrong}.`);
    found += page.findings.length;
    if (sums.learners - told >= TELL_EACH) {
      told = sums.learners;
      terminal.print(`${inWords(sums)} so far…`);
    }
    place = page.next;
  }
  terminal.print(
    found === 0
      ? `${inWords(sums)}: everything agrees.`
      : `${inWords(sums)}: ${found} ${found === 1 ? 'place does' : 'places do'} not agree. Change nothing; docs/procedures/audit.md says what next.`,
  );
  return found === 0;
}

export const auditCommand: Command = {
  usage: `audit ${systemUsage}`,
  does: 'Compares every award and certificate with the hash-chained ledgers, and names each place that does not agree.',
  async run(args, terminal) {
    const { values } = parseArgs({ args: [...args], options: systemOptions });
    return audit(functionsOf(values), terminal);
  },
};
