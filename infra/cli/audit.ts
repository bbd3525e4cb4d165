import { parseArgs } from 'node:util';
import type { Finding } from '../../shared/domain/audit.ts';
import { isCivilDate } from '../../shared/domain/kinds.ts';
import { type Command, type Terminal, UsageError } from './command.ts';
import { figure } from './figure.ts';
import type { Invoke } from './function-answers.ts';
import { functionsOf, systemOptions, systemUsage } from './functions.ts';

const counted = ['learners', 'entries', 'awards', 'certificates', 'changes'] as const;
type Sums = Record<(typeof counted)[number], number>;

const inWords = ({ learners, entries, awards, certificates, changes }: Sums): string =>
  [
    figure(learners, 'learner'),
    `${entries.toLocaleString('en-US')} ledger ${entries === 1 ? 'entry' : 'entries'}`,
    ...[figure(awards, 'award'), figure(certificates, 'certificate'), figure(changes, 'change')],
  ].join(', ');

/** After so many learners, or heads, a line says how far it is. */
const TELL_EACH = 1_000;
const TELL_HEADS_EACH = 30;

interface Auditing {
  readonly invoke: Invoke;
  readonly terminal: Terminal;
  readonly found: (findings: readonly Finding[]) => void;
}

/** Compares the ledgers with themselves, and awards, certificates and changes with them. @returns what was compared. */
async function auditLedgers({ invoke, terminal, found }: Auditing): Promise<string> {
  const sums: Sums = { learners: 0, entries: 0, awards: 0, certificates: 0, changes: 0 };
  let place: { readonly shard: number; readonly cursor?: string | undefined } | undefined = { shard: 0 };
  for (let told = 0; place; ) {
    const page: Awaited<ReturnType<typeof invoke<'audit-ledger'>>> = await invoke('audit-ledger', place);
    for (const name of counted) sums[name] += page[name];
    found(page.findings);
    if (sums.learners - told >= TELL_EACH) {
      told = sums.learners;
      terminal.print(`${inWords(sums)} so far…`);
    }
    place = page.next;
  }
  return inWords(sums);
}

/** Compares the signed heads, or that of one day, with the ledgers. @returns what was compared. */
async function auditHeads(day: string | undefined, { invoke, terminal, found }: Auditing): Promise<string> {
  let heads = 0;
  let place: Awaited<ReturnType<typeof invoke<'audit-heads'>>>['next'];
  for (let told = 0, more = true; more; more = place !== undefined) {
    const asked = { ...(day !== undefined && { day }), ...(place && { place }) };
    const page: Awaited<ReturnType<typeof invoke<'audit-heads'>>> = await invoke('audit-heads', asked);
    heads += page.heads;
    found(page.findings);
    if (heads - told >= TELL_HEADS_EACH) {
      told = heads;
      terminal.print(`${figure(heads, 'signed head')} so far…`);
    }
    place = page.next;
  }
  return figure(heads, 'signed head');
}

export const auditCommand: Command = {
  usage: `audit [--day YYYY-MM-DD | --without-heads] ${systemUsage}`,
  does: 'Compares awards, certificates and changes with the hash-chained ledgers, and the ledgers with what was signed each day (--day: with one day alone). Names each place that does not agree.',
  async run(args, terminal) {
    const options = { ...systemOptions, day: { type: 'string' }, 'without-heads': { type: 'boolean' } } as const;
    const { values } = parseArgs({ args: [...args], options });
    const { day } = values;
    if (day !== undefined && !isCivilDate(day)) throw new UsageError(`“${day}” is no day. Write it like 2026-11-26.`);
    if (day !== undefined && values['without-heads'])
      throw new UsageError('A day is compared by its signed head: give --day or --without-heads, not both.');
    let places = 0;
    const auditing: Auditing = {
      ...{ invoke: functionsOf(values), terminal },
      found: (findings) => {
        places += findings.length;
        for (const { where, wrong } of findings) terminal.complain(`${where} ${wrong}.`);
      },
    };
    const ledgers = day === undefined ? `${await auditLedgers(auditing)}, ` : '';
    // Where the keys that signed are not known, as in a drill on another machine, heads cannot be judged.
    const heads = values['without-heads'] ? 'signed heads left out' : await auditHeads(day, auditing);
    const compared = `${ledgers}${heads}`;
    terminal.print(
      places === 0
        ? `${compared}: everything agrees.`
        : `${compared}: ${places} ${places === 1 ? 'place does' : 'places do'} not agree. Change nothing; docs/procedures/audit.md says what next.`,
    );
    return places === 0;
  },
};
