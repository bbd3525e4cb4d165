import type { Reason } from '../../shared/domain/refusal.ts';

/** An answer other than a route's plain success. */
export interface Reply {
  readonly kind: 'reply';
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  readonly cookies?: readonly string[];
  /** Given, the answer is a problem with these reasons. */
  readonly reasons?: readonly [Reason, ...Reason[]];
  /** Of a problem: what stands there now, where somebody came too late to change what they read. */
  readonly current?: unknown;
}

type Extra = Pick<Reply, 'headers' | 'cookies' | 'current'>;

/** Answers with a status and a body of that status’s schema. */
export const reply = (status: number, body?: unknown, extra: Extra = {}): Reply => ({
  kind: 'reply',
  status,
  body,
  ...extra,
});

/** Answers that work goes on, and when to ask again. */
export const stillWorking = (body: unknown): Reply => reply(202, body, { headers: { 'retry-after': '1' } });

/** Answers with a problem. */
export const problemReply = (status: number, reasons: readonly [Reason, ...Reason[]], extra: Extra = {}): Reply => ({
  kind: 'reply',
  status,
  reasons,
  ...extra,
});

/** Answers that there is no such thing, or that it is somebody else's: the two look alike. */
export const notFound = (what: string): Reply =>
  problemReply(404, [
    {
      code: 'not-found',
      message: `There is no such ${what} here.`,
      remedy: 'Check the link, or go back to the page that led here.',
    },
  ]);

/** Answers that this takes a passkey of the last minutes. */
export const stepUpNeeded: Reply = problemReply(403, [
  {
    code: 'step-up-needed',
    message: 'This is grave enough to ask for your passkey again.',
    remedy: 'Confirm with your passkey, then send the same request again.',
  },
]);

/** Answers that something was asked for too often. */
export const tooMany = (seconds: number): Reply =>
  problemReply(
    429,
    [
      {
        code: 'too-many-requests',
        message: 'That was asked for too often.',
        remedy: `Wait ${seconds < 90 ? `${seconds} seconds` : `${Math.ceil(seconds / 60)} minutes`}, then try again.`,
      },
    ],
    { headers: { 'retry-after': String(seconds) } },
  );

export const isReply = (value: unknown): value is Reply =>
  typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'reply';

/** Ends a request from within the middy stack. */
export class Interruption extends Error {
  readonly reply: Reply;
  constructor(answer: Reply) {
    super(answer.reasons?.[0].code ?? String(answer.status));
    this.reply = answer;
  }
}
