import { describe, it } from 'vitest';

/** An implementation of a port under test, started for the suite and stopped after it. */
export interface Implementation<Port> {
  readonly name: string;
  start(): Promise<{ readonly port: Port; stop(): Promise<void> }>;
}

/**
 * Describes an implementation that only the environment can name: an emulator that runs, a table or a bucket in AWS. Where
 * it names none, the report says so, and by which variable it would.
 */
export function describeGiven(what: string, variable: string, describeWith: (value: string) => void): void {
  const value = process.env[variable];
  if (value) describeWith(value);
  else describe(what, () => it.skip(`is tried where ${variable} names one`));
}

/** The variable that names a moto server: an emulator of AWS that nobody here wrote. */
export const MOTO = 'CREDIT_WALLET_MOTO_SERVER';

/** Any credentials, for embedded parts and emulators. */
export const localCredentials = { accessKeyId: 'local', secretAccessKey: 'local-secret' } as const;
