import { nodeDigests } from '../../../functions/adapters/system.ts';
import type { Ports } from '../../../functions/capabilities.ts';
import type { MailIntent } from '../../../shared/domain/work.ts';
import type { LogEvent } from '../../../shared/events.ts';
import {
  type DocumentStore,
  type Ids,
  type Mailer,
  type Poster,
  type Table,
  TransientError,
  type Workflows,
  type Write,
} from '../../../shared/ports.ts';
import type { Clockwork } from '../clockwork.ts';
import { dataOf } from '../contents.ts';
import type { Invocation } from '../invocations.ts';
import type { Random } from '../random.ts';
import type { Weather } from '../weather.ts';
import { type MailRisk, mailRisk } from './mail-risk.ts';
import { noEmployer } from './no-employer.ts';
import { simulatedCiphers } from './simulated-ciphers.ts';
import { simulatedPrinter } from './simulated-printer.ts';
import { simulatedSigner } from './simulated-signer.ts';
import { simulatedClock } from './simulated-system.ts';

/** What an invocation's ports lead to. */
export interface Outside {
  readonly table: (invocation: Invocation) => Table;
  readonly documents: DocumentStore;
  readonly mailer: Mailer;
  readonly poster: Poster;
  readonly workflows: Workflows;
  readonly ids: Ids;
  readonly log: (invocation: Invocation, event: LogEvent) => void;
  /** A mail was handed over, and a fault kept the invocation from saying so. */
  readonly excuseMail: (messageKey: string) => void;
  /** An answer could not be kept for whoever repeats the request: it was given all the same. */
  readonly excuseReply: (invocation: Invocation) => void;
  readonly clockwork: Clockwork;
  readonly weather: Weather;
  readonly random: Random;
}

/** A write of which the outcome is not decided yet. */
interface Flight {
  readonly keys: readonly string[];
  readonly fromMs: number;
}
// A write of a crashed invocation never lands; DynamoDB would give it up too.
const longestFlightMs = 5_000;

const keyOf = (write: Write): string => {
  const { pk, sk } = write.kind === 'put' ? write.row : write.key;
  return `${pk} ${sk}`;
};

/** Gives each invocation ports that suffer the weather, over one outside that does not. */
export function faultyPorts(outside: Outside): (invocation: Invocation) => Ports {
  const { table, documents, mailer, workflows, clockwork, weather, random } = outside;
  const digests = nodeDigests();
  const config = {
    siteUrl: 'https://credit.example.org',
    providerName: 'Provider of the Simulation',
    providerContact: 'help@example.org',
    commit: 'simulation',
    node: 'simulation',
  };
  const flights = new Set<Flight>();

  function cancelled(flight: Flight): boolean {
    flights.delete(flight);
    for (const other of flights) {
      if (clockwork.nowMs() - other.fromMs > longestFlightMs) flights.delete(other);
      else if (other.keys.some((key) => flight.keys.includes(key)) && random.chance(weather.climate().conflict))
        return true;
    }
    return false;
  }

  /** A table whose every call meets the weather. */
  const suffering = (invocation: Invocation, table: Table, written: (writes: readonly Write[]) => void): Table => ({
    get: (key) => invocation.io(`get ${key.pk} ${key.sk}`, () => table.get(key)),
    query: (query) => invocation.io(`query ${query.pk} ${query.prefix ?? ''}`, () => table.query(query)),
    queryWork: (query) => invocation.io(`queryWork ${query.workPk}`, () => table.queryWork(query)),
    queryList: (query) => invocation.io(`queryList ${query.listPk}`, () => table.queryList(query)),
    write: (writes) => {
      const flight = { keys: writes.map(keyOf), fromMs: clockwork.nowMs() };
      flights.add(flight);
      if (writes.some((write) => write.kind === 'put' && write.row.kind === 'reply'))
        invocation.atRisk(() => outside.excuseReply(invocation));
      return invocation.io(`write ${flight.keys.join(', ')}`, async () => {
        if (cancelled(flight)) throw new TransientError('TransactionConflict');
        await table.write(writes);
        written(writes);
      });
    },
    count: (key, by, expiresAt) => invocation.io(`count ${key.pk} ${key.sk}`, () => table.count(key, by, expiresAt)),
  });

  /** A mailer whose every call meets the weather, and which hears what is written of its mails. */
  function mailing(invocation: Invocation): { readonly mailer: Mailer; written(writes: readonly Write[]): void } {
    const risks = new Map<string, MailRisk>();
    return {
      mailer: {
        async send(mail) {
          const risk = mailRisk(() => outside.excuseMail(mail.messageKey));
          const taken = await invocation.io(`send ${mail.messageKey}`, async () => {
            const taking = await mailer.send(mail);
            risks.set(mail.messageKey, risk);
            invocation.atRisk(risk.met);
            return taking;
          });
          risk.replied();
          return taken;
        },
      },
      written(writes) {
        for (const write of risks.size > 0 ? writes : []) {
          if (write.kind !== 'put' || write.row.kind !== 'mail') continue;
          const { status, messageKey } = dataOf<MailIntent>(write.row.data);
          if (status === 'sent') risks.get(messageKey)?.settled();
        }
      },
    };
  }

  const portsOf = (invocation: Invocation, { mailer, written }: ReturnType<typeof mailing>): Ports => ({
    digests,
    ciphers: simulatedCiphers,
    config,
    printer: simulatedPrinter,
    transcriptPrinter: simulatedPrinter,
    employer: noEmployer,
    ids: outside.ids,
    clock: simulatedClock(clockwork.nowMs, invocation.skewMs),
    log: (event) => outside.log(invocation, event),
    table: suffering(invocation, table(invocation), written),
    mailer,
    signer: {
      keys: () => invocation.io('keys', () => simulatedSigner.keys()),
      sign: (kid, message) => invocation.io('sign', () => simulatedSigner.sign(kid, message)),
    },
    documents: {
      putOnce: (document) => invocation.io(`putOnce ${document.key}`, () => documents.putOnce(document)),
      exists: (key) => invocation.io(`exists ${key}`, () => documents.exists(key)),
      read: (key) => invocation.io(`read ${key}`, () => documents.read(key)),
      link: (document) => invocation.io(`link ${document.key}`, () => documents.link(document)),
    },
    poster: {
      post: (message) => invocation.io(`post ${message.url}`, () => outside.poster.post(message)),
    },
    workflows: {
      start: (input) => invocation.io(`start ${input.workId}`, () => workflows.start(input)),
      startAndWait: (input, timeoutMs) =>
        invocation.io(
          `startAndWait ${input.workId}`,
          () => workflows.startAndWait(input, timeoutMs),
          () => false,
        ),
    },
  });
  return (invocation) => portsOf(invocation, mailing(invocation));
}
