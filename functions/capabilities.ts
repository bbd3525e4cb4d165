import type {
  Ciphers,
  Clock,
  Digests,
  DocumentStore,
  Employer,
  Ids,
  Log,
  Mailer,
  Poster,
  Printer,
  Signer,
  Table,
  TranscriptPrinter,
  Workflows,
} from '../shared/ports.ts';
import { nodeCiphers } from './adapters/ciphers.ts';
import { dynamoTable } from './adapters/dynamodb-table.ts';
import { jsonLog, nodeDigests, systemClock, systemIds } from './adapters/system.ts';
import { type Config, environmentConfig } from './config.ts';
import { type Records, records } from './records/index.ts';

/** Every port there is. The simulation and the tests give all of them; a function in production makes what it needs. */
export interface Ports {
  /** Every row. The learners' keys and the directory are in a table apart from everything that is backed up. */
  readonly table: Table;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly digests: Digests;
  readonly ciphers: Ciphers;
  readonly log: Log;
  readonly config: Config;
  readonly workflows: Workflows;
  readonly documents: DocumentStore;
  readonly mailer: Mailer;
  readonly signer: Signer;
  readonly printer: Printer;
  readonly transcriptPrinter: TranscriptPrinter;
  readonly employer: Employer;
  readonly poster: Poster;
}

/** Ports that a handler names because not every function has them, with how production makes them. */
export type Needs = {
  readonly [Name in
    | 'workflows'
    | 'documents'
    | 'mailer'
    | 'signer'
    | 'printer'
    | 'transcriptPrinter'
    | 'employer'
    | 'poster']?: () => Ports[Name];
};
type BasePorts = Pick<Ports, 'table' | 'clock' | 'ids' | 'digests' | 'ciphers' | 'log' | 'config'>;

/** What a handler works with: the repositories, the ports that every function has, and those that it named. */
export type Capabilities<N extends Needs> = BasePorts & Records & Pick<Ports, Extract<keyof N, keyof Ports>>;

/** Capabilities over given ports. */
export const capabilitiesOver = <N extends Needs>(ports: Ports): Capabilities<N> => records(ports);

/** Capabilities of production: SDK clients and the machine's clock, made on the first event and only those needed. */
export function productionCapabilities<N extends Needs>(needs: N): Capabilities<N> {
  const base: BasePorts = {
    table: dynamoTable(),
    clock: systemClock(),
    ids: systemIds(),
    digests: nodeDigests(),
    ciphers: nodeCiphers(),
    log: jsonLog(),
    config: environmentConfig(),
  };
  const named = Object.fromEntries(Object.entries(needs).map(([name, make]) => [name, make()])) as Pick<
    Ports,
    Extract<keyof N, keyof Ports>
  >;
  return records({ ...base, ...named });
}

/** A Lambda handler that can also be run over other ports. */
export type Handler<Event, Result> = ((event: Event, context: Context) => Promise<Result>) & {
  using(ports: Ports): (event: Event, context: Context) => Promise<Result>;
};

/** The part of Lambda's context that is used. */
export interface Context {
  readonly awsRequestId: string;
}

/** Makes a handler from the function that builds it over capabilities; production's are built on the first event. */
export function handlerOver<N extends Needs, Event, Result>(
  needs: N,
  build: (capabilities: Capabilities<N>) => (event: Event, context: Context) => Promise<Result>,
): Handler<Event, Result> {
  let production: ((event: Event, context: Context) => Promise<Result>) | undefined;
  const handler = (event: Event, context: Context): Promise<Result> => {
    production ??= build(productionCapabilities(needs));
    return production(event, context);
  };
  return Object.assign(handler, { using: (ports: Ports) => build(capabilitiesOver<N>(ports)) });
}
