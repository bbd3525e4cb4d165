import type { Posted, Poster } from '../../shared/ports.ts';

/** A message as its receiver got it. */
export interface ReceivedMessage {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Receivers in memory: they take whatever comes, until they are told to answer otherwise. */
export function createMemoryPoster() {
  const received: ReceivedMessage[] = [];
  const answers = { of: (_message: ReceivedMessage): Posted => ({ kind: 'answered', status: 204, excerpt: '' }) };
  const poster: Poster = {
    post: async (message) => {
      received.push(message);
      return answers.of(message);
    },
  };
  return { poster, received, answers };
}
export type MemoryPoster = ReturnType<typeof createMemoryPoster>;
