/** An implementation of a port under test, started for the suite and stopped after it. */
export interface Implementation<Port> {
  readonly name: string;
  start(): Promise<{ readonly port: Port; stop(): Promise<void> }>;
}

/** Any credentials, for embedded parts and emulators. */
export const localCredentials = { accessKeyId: 'local', secretAccessKey: 'local-secret' } as const;
