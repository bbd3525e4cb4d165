import type { Posted, Poster } from '../../../shared/ports.ts';

/** A message as its receiver got it. */
export interface ReceivedMessage {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** With what the receiver answered. */
type AnsweredMessage = ReceivedMessage & { readonly posted: Posted };

/** Receivers in memory: they take whatever comes, until they are told to answer otherwise. */
export function createMemoryPoster() {
  const received: AnsweredMessage[] = [];
  const answers = { of: (_message: ReceivedMessage): Posted => ({ kind: 'answered', status: 204, excerpt: '' }) };
  const poster: Poster = {
    post: async (message) => {
      const posted = answers.of(message);
      received.push({ ...message, posted });
      return posted;
    },
  };
  return { poster, received, answers };
}
export type MemoryPoster = ReturnType<typeof createMemoryPoster>;
