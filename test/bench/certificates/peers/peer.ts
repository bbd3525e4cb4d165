import type { Content } from '../content.ts';

/** Something else that prints certificates. */
export interface Peer {
  readonly name: string;
  /** Prints them one after the other; returns the processor time that it took, in seconds, and the size of one. */
  print(certificates: readonly Content[]): Promise<{ readonly seconds: number; readonly bytes: number }>;
}

/** The processor time that something takes in this process, in seconds. */
export async function cpuSecondsOf(run: () => Promise<void>): Promise<number> {
  const began = process.cpuUsage();
  await run();
  const { user, system } = process.cpuUsage(began);
  return (user + system) / 1e6;
}

/** A library that is called in this process. */
export const peerHere = (name: string, printOne: (content: Content) => Promise<Uint8Array>): Peer => ({
  name,
  async print(certificates) {
    let bytes = 0;
    const seconds = await cpuSecondsOf(async () => {
      for (const content of certificates) bytes = (await printOne(content)).byteLength;
    });
    return { seconds, bytes };
  },
});
