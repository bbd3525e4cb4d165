import type { Answers } from '../../shared/domain/assessment.ts';
import { evaluated, right } from './activity.ts';
import { type Browser, createBrowser } from './browser.ts';
import type { Service } from './service.ts';

export const physician = {
  ...{ givenName: 'Amélie', familyName: 'Nguyễn', profession: 'physician', credentials: 'MD, FACP' },
} as const;
export const nurse = { givenName: 'Łukasz', familyName: 'Brzęczyszczykiewicz', profession: 'nurse' } as const;

/** The code in the latest mail to an address. */
export function codeFor(service: Service, email: string): string {
  const mail = service.inbox.delivered.findLast(({ to, text }) => to === email && text.includes('Code: '));
  return /^Code: (\S+)$/m.exec(mail?.text ?? '')?.[1] ?? '';
}

/** Signs in by the real routes, with the code out of the mail. */
export async function signIn(service: Service, email: string, browser = createBrowser(service)): Promise<Browser> {
  await browser.ask('startSignIn', { body: { email } });
  await browser.ask('enterCode', { body: { code: codeFor(service, email) } });
  return browser;
}

type ProfileBody = typeof physician | typeof nurse | Readonly<Record<string, string>>;

/** A learner at an activity: the whole journey by the real routes. */
export async function createLearner(
  service: Service,
  {
    email = 'amelie@example.org',
    profile = physician,
    activityId = 'hand-hygiene',
  }: {
    readonly email?: string;
    /** Null: the first sign-in is not completed. */
    readonly profile?: ProfileBody | null;
    readonly activityId?: string;
  } = {},
) {
  const browser = await signIn(service, email);
  const { ask } = browser;
  if (profile) await ask('putMe', { body: profile });
  const params = { activityId };

  const start = (assessmentId = 'post-test') => ask('startAttempt', { params, body: { assessmentId } });
  const submit = (attemptId: string, answers: Answers = right) =>
    ask('submitAttempt', { params: { attemptId }, body: { answers } });
  const evaluate = () => ask('submitEvaluation', { params, body: { answers: evaluated } });
  const claim = (...claims: readonly [creditType: string, amount: number][]) =>
    ask('claimCredit', { params, body: { claims: claims.map(([creditType, amount]) => ({ creditType, amount })) } });
  return {
    ...{ ...browser, email, params, start, submit, evaluate, claim },
    activity: async () => (await ask('getActivity', { params })).body,
    /** Passes the post-test. */
    pass: async (answers: Answers = right) => submit((await start()).body.attemptId, answers),
    /** Goes all the way up to the claim. */
    ready: async () => {
      await submit((await start()).body.attemptId);
      await evaluate();
    },
    /** Goes all the way: the certificate’s id. */
    complete: async (creditType = 'ama-pra-category-1', amount = 100): Promise<string> => {
      await submit((await start()).body.attemptId);
      await evaluate();
      await claim([creditType, amount]);
      const { credits } = (await ask('getWallet')).body;
      return credits[0]?.certificateId ?? '';
    },
  };
}
export type Learner = Awaited<ReturnType<typeof createLearner>>;
