import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Poster } from '../../shared/ports.ts';
import type { Implementation } from './implementation.ts';

/** A poster with a receiver that does what the test says. */
export interface PosterWithReceiver extends Poster {
  /** Where the receiver is. */
  readonly url: string;
  /** What has arrived there so far. */
  received(): readonly { readonly headers: Readonly<Record<string, unknown>>; readonly body: string }[];
  /** The status that it answers with from now on. */
  answers(status: number): void;
  /** From now on nobody is there. The last test calls it. */
  goDown(): Promise<void>;
}

/** Says what a poster does, whoever it is. */
export function describePoster({ name, start }: Implementation<PosterWithReceiver>): void {
  describe(`the poster (${name})`, () => {
    let poster: PosterWithReceiver;
    let stop: () => Promise<void>;
    const message = () => ({
      ...{ url: poster.url, headers: { 'webhook-id': 'message-1' } },
      body: '{"type":"credit.awarded","note":"Nguyễn 王小明"}',
    });

    beforeAll(async () => {
      ({ port: poster, stop } = await start());
    }, 30_000);
    afterAll(async () => stop?.());

    it('posts a message to the byte, with its headers, once', async () => {
      poster.answers(204);
      expect(await poster.post(message())).toMatchObject({ kind: 'answered', status: 204 });
      expect(poster.received()).toMatchObject([{ body: message().body, headers: { 'webhook-id': 'message-1' } }]);
    });

    it.each([200, 302, 410, 500])(
      'tells that the receiver answered %i, and does nothing more about it',
      async (status) => {
        const before = poster.received().length;
        poster.answers(status);
        expect(await poster.post(message())).toMatchObject({ kind: 'answered', status });
        expect(poster.received()).toHaveLength(before + 1);
      },
    );

    it('says why there was no answer, and does not throw', async () => {
      await poster.goDown();
      const posted = await poster.post(message());
      expect(posted).toMatchObject({ kind: 'unreachable', problem: expect.stringMatching(/./) });
    });
  });
}
