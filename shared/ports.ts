/**
 * The doors to time, chance and the outside world (design, rule 7). Rules and handlers see these alone, so that the
 * simulation can drive the real code on other implementations. Every implementation of a port passes one contract suite
 * (`test/contracts`).
 */
import type { SignatureFacts } from './documents/signature/signature-place.ts';
import type { CertificateSnapshot } from './domain/certificate.ts';
import type { Instant, Sha256 } from './domain/kinds.ts';
import type { SigningKey } from './domain/signing-key.ts';
import type { Theme } from './domain/theme.ts';
import type { PrintedTranscript } from './domain/transcript.ts';

/** The current time. */
export interface Clock {
  now(): Instant;
}

/** Unguessable values. */
export interface Ids {
  /** 128 random bits, 26 characters of Crockford's base 32 in lower case. Safe in URLs, keys and file names. */
  id(): string;
  /** A secret of 256 bits, 43 characters of base64url. */
  secret(): string;
  /** An 8-character sign-in code of an alphabet without look-alikes, without its hyphen: `7KQ2M9XA`. */
  code(): string;
  /** A number in [0, 1), for jitter. */
  fraction(): number;
}

/** One-way functions. */
export interface Digests {
  sha256(text: string | Uint8Array): Sha256;
  /** HMAC-SHA-256 of a text under a key, both the key and the result in base64. */
  hmac(key: string, text: string): string;
}

/**
 * Seals text so that only who has the key reads it, and only at the place that it was sealed for. A function of what it is
 * given: chance comes in as the nonce, which no two texts under one key may share.
 */
export interface Ciphers {
  /** @param by key and nonce: secrets as `Ids` makes them. */
  seal(text: string, by: { readonly key: string; readonly nonce: string; readonly place: string }): string;
  /** @throws Error when the key or the place is another, or anything was altered. */
  open(sealed: string, by: { readonly key: string; readonly place: string }): string;
}

// --- The table -------------------------------------------------------------------------------------------------------

export interface Key {
  readonly pk: string;
  readonly sk: string;
}

/** An attribute value: JSON without `undefined`. */
export type Value = string | number | boolean | null | readonly Value[] | { readonly [name: string]: Value };

/**
 * A row. `rev` counts its writes from 1 and decides races; `workPk` and `workSk`, where present, place it in the sparse
 * `work` index; `listPk` and `listSk` place it in the sparse `lists` index, which holds of it what stands in `listed` and no
 * more; `expiresAt` (epoch seconds) lets the table forget it some time later, so readers filter on it too.
 */
export interface Row extends Key {
  readonly rev: number;
  readonly workPk?: string;
  readonly workSk?: string;
  readonly listPk?: string;
  /** Ends in an id, so that no two rows of a list share it. */
  readonly listSk?: string;
  readonly listed?: Value;
  readonly expiresAt?: number;
  readonly [attribute: string]: Value | undefined;
}

/** `absent`: no row has the key; a number: the row has this `rev`. */
export type Expectation = 'absent' | number;

/** A write of a whole row, or a check that another row is as expected, all or nothing with the others beside it. */
export type Write =
  | { readonly kind: 'put'; readonly row: Row; readonly expect: Expectation }
  | { readonly kind: 'check'; readonly key: Key; readonly expect: Expectation };

export interface Page {
  readonly rows: readonly Row[];
  /** Opaque; pass it on to go on after this page. */
  readonly cursor?: string;
}

/** What the `lists` index holds of a row. */
export interface ListedRow extends Key {
  readonly listSk: string;
  readonly listed: Value;
}

/** What is asked of a list: rows whose `listSk` begins with `prefix` and is within `from` and `until`, both included. */
export interface ListQuery {
  readonly listPk: string;
  readonly prefix?: string;
  readonly from?: string;
  readonly until?: string;
  readonly newestFirst?: boolean;
  readonly limit: number;
  readonly cursor?: string;
}

/**
 * A key-value table with DynamoDB's semantics: reads by key are strongly consistent, transactions are all or nothing, the
 * `work` and `lists` indexes are eventually consistent. Rows are never deleted through this port.
 */
export interface Table {
  get(key: Key): Promise<Row | undefined>;
  /** Rows of a partition, by sort key: all of them, or up to `limit` with a cursor where there are more. */
  query(query: {
    readonly pk: string;
    readonly prefix?: string;
    readonly newestFirst?: boolean;
    readonly limit?: number;
    readonly cursor?: string;
  }): Promise<Page>;
  /** Rows of the `work` index whose sort key is at most `until` and, where it is given, above `after`: oldest first. */
  queryWork(query: {
    readonly workPk: string;
    readonly until: string;
    readonly after?: string;
    readonly limit?: number;
  }): Promise<Page>;
  /** A page of a list, by `listSk`: one read, however long the list is. */
  queryList(query: ListQuery): Promise<{ readonly rows: readonly ListedRow[]; readonly cursor?: string }>;
  /** All or nothing. @throws LostRaceError when an expectation fails; TransientError when it may be tried again. */
  write(writes: readonly Write[]): Promise<void>;
  /** Adds to a counter that is forgotten at `expiresAt`, and returns the sum. Not idempotent: for rate limits only. */
  count(key: Key, by: number, expiresAt: number): Promise<number>;
}

// --- Documents, mail, workflows --------------------------------------------------------------------------------------

export interface DocumentStore {
  /** Keeps bytes under a key once; a repeat with the same key is no error and changes nothing. */
  putOnce(document: { readonly key: string; readonly bytes: Uint8Array; readonly contentType: string }): Promise<void>;
  exists(key: string): Promise<boolean>;
  /** The bytes under a key, or nothing where there are none. */
  read(key: string): Promise<Uint8Array | undefined>;
  /** A link that opens the document for `seconds` (at most 300) under a file name. */
  link(document: { readonly key: string; readonly fileName: string; readonly seconds: number }): Promise<string>;
}

export interface Mail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

export interface Mailer {
  /** Hands a mail over for delivery and returns the service's id for it. `messageKey` is a tag that comes back with bounces. */
  send(mail: Mail & { readonly messageKey: string }): Promise<{ readonly serviceId: string }>;
}

/** What a receiver answered to a message, or why there was no answer. */
export type Posted =
  | { readonly kind: 'answered'; readonly status: number; readonly excerpt: string }
  | { readonly kind: 'unreachable'; readonly problem: string };

/** Posts messages to addresses that the provider's owners named. */
export interface Poster {
  /**
   * Posts a body. Follows no redirect, gives up after ten seconds, and connects to no address that is not public, whatever
   * the name resolves to. Never throws for trouble with the receiver.
   */
  post(message: {
    readonly url: string;
    readonly headers: Readonly<Record<string, string>>;
    readonly body: string;
  }): Promise<Posted>;
}

/** Signs with keys that never leave their keeper: KMS on AWS, a key file on one machine. */
export interface Signer {
  /** The key that signs now, then those that signed before and are still to be believed. */
  keys(): Promise<readonly [SigningKey, ...SigningKey[]]>;
  /**
   * ECDSA on P-256 over the SHA-256 of a message: r then s, 64 bytes (IEEE P1363), as JOSE and Data Integrity take it.
   * Two signatures of a message may differ. @throws TransientError; Error when no such key is kept.
   */
  sign(kid: string, message: Uint8Array): Promise<Uint8Array>;
}

/**
 * Prints certificates as PDFs that have a place for a signature: a function of what it is given alone, so that the same is printed again.
 * @throws ParkError, with a reason that staff can act on, when a text cannot be printed right or does not fit
 */
export interface Printer {
  /** @param theme the one that the snapshot names the hash of; the plain look without one */
  certificate(snapshot: CertificateSnapshot, signed: SignatureFacts, theme: Theme | undefined): Promise<Uint8Array>;
}

/** The same for transcripts. What prints the one need not be able to print the other. */
export interface TranscriptPrinter {
  transcript(printed: PrintedTranscript, signed: SignatureFacts): Promise<Uint8Array>;
}

/** What an employer's sign-in is begun and ended with: made at its beginning, kept until its end. */
export interface EmployerChecks {
  /** Secrets as `Ids` makes them. */
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}

/** An employer that vouches for its staff by OpenID Connect. @throws TransientError when it does not answer */
export interface Employer {
  /** Where the browser goes to sign in there. */
  begin(checks: EmployerChecks, callback: string): Promise<string>;
  /** The address that the employer vouches for, or nothing where it does not. @param arrived the callback with its query */
  vouchedFor(checks: EmployerChecks, arrived: string): Promise<string | undefined>;
}

/** What a door of the credit workflow is given: ids alone, no personal data. */
export type WorkflowInput = import('./workflow/steps.ts').WorkflowInput;

export interface Workflows {
  /** Starts the workflow and returns at once. */
  start(input: WorkflowInput): Promise<void>;
  /** Starts the grade door and waits for at most `timeoutMs`; `false` when it did not end well in that time. */
  startAndWait(input: WorkflowInput, timeoutMs: number): Promise<boolean>;
}

/** Writes one structured line. */
export type Log = (event: import('./events.ts').LogEvent) => void;

// --- Breakage --------------------------------------------------------------------------------------------------------

/** An expectation of a write failed: somebody else was first. `index` names the write. */
export class LostRaceError extends Error {
  override readonly name = 'LostRaceError';
  readonly failed: readonly number[];
  constructor(failed: readonly number[]) {
    super(`Somebody else was first (write ${failed.join(', ')})`);
    this.failed = failed;
  }
}

/** Something outside did not answer, throttled, or lost its reply; the same may succeed later. */
export class TransientError extends Error {
  override readonly name = 'TransientError';
}

/** Work that no repetition can do; it is parked with this message as its reason. */
export class ParkError extends Error {
  override readonly name = 'ParkError';
}
