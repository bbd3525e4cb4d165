import { systemIds } from '../../../functions/adapters/system.ts';
import { type Random, randomFrom } from '../../simulation/random.ts';
import { type Browser, createBrowser } from '../../support/browser.ts';
import { codeFor } from '../../support/learner.ts';
import { createService, START } from '../../support/service.ts';
import type { Finding } from '../proof.ts';
import { createTally, type Tally } from '../tally.ts';
import { asked, doors } from './people.ts';
import { createRules, type Verdict } from './rules-model.ts';
import { type Strategy, strategies } from './strategies.ts';

/** What a code is made of (`functions/adapters/system.ts`), written out: whoever shortens it is told here. */
const alphabet = '23456789ABCDEFGHJKMNPQRSTVWXYZ';
const CODE_LENGTH = 8;
const ALL_CODES = alphabet.length ** CODE_LENGTH;
/** The bar: so many guesses may succeed by chance, of a million. */
const HIGHEST_CHANCE = 1e-5;

const codeFrom = (random: Random): string =>
  Array.from({ length: CODE_LENGTH }, () => random.pick([...alphabet])).join('');

/** One guess in so many is right, where the handlers are compared with the rules: else a right one would never be seen. */
const LUCK = 0.04;

/** Sends the same requests at the same instants to the handlers and to the rules, and compares each answer. */
async function compare(
  name: string,
  strategy: Strategy,
  requests: number,
  random: Random,
  tally: Tally,
): Promise<void> {
  const service = createService();
  const rules = createRules();
  const browsers = new Map<number, { readonly browser: Browser; code: string }>();
  const moves = strategy(random.fork());
  for (let request = 0; request < requests; request++) {
    const move = moves.next().value;
    service.pass(move.waitMs);
    const known = browsers.get(move.browser) ?? { browser: createBrowser(service), code: '' };
    browsers.set(move.browser, known);
    const { ask } = known.browser;
    let said: string;
    let ruled: Verdict;
    if (move.does === 'start') {
      const before = service.inbox.delivered.length;
      const { status } = await ask('startSignIn', { body: { email: move.email }, ip: move.ip });
      if (service.inbox.delivered.length > before) known.code = codeFor(service, move.email).replace('-', '');
      said = String(status);
      ruled = rules.start(move.browser, move.email, move.ip, service.now(), known.code);
    } else {
      const guess =
        random.chance(LUCK) && known.code ? known.code : move.guess === 'same' ? 'AAAAAAAA' : codeFrom(random);
      const { status, reasons } = await ask('enterCode', { body: { code: guess }, ip: move.ip });
      said = status === 401 ? (reasons[0]?.code ?? '') : String(status);
      ruled = rules.enter(move.browser, guess, move.ip, service.now()).verdict;
      // The cookie of the code is gone with the sign-in, and the browser has none until it asks again.
      if (said === '200') browsers.delete(move.browser);
      if (ruled === '200') rules.leave(move.browser);
    }
    tally.judge(
      said === ruled,
      'requests that the handlers answered as the rules say',
      () => `${name}, request ${request}: ${said}, not ${ruled}`,
    );
  }
}

interface Attack {
  readonly judged: number;
  readonly lucky: number;
  readonly hours: number;
}

/** Guesses by the rules until so many guesses were sent. */
function attack(strategy: Strategy, guesses: number, random: Random): Attack {
  const rules = createRules();
  const moves = strategy(random.fork());
  let [sent, judged, lucky, nowMs, forgetAt] = [0, 0, 0, Date.parse(START), 0];
  while (sent < guesses) {
    const move = moves.next().value;
    nowMs += move.waitMs;
    const now = new Date(nowMs).toISOString();
    if (move.does === 'start') {
      const answer = rules.start(move.browser, move.email, move.ip, now, codeFrom(random));
      // Whoever is told to wait does, if there is nobody else to be: what is refused brings nothing.
      if (answer === '429') nowMs += 1_000;
    } else {
      sent += 1;
      const came = rules.enter(move.browser, move.guess === 'same' ? 'AAAAAAAA' : codeFrom(random), move.ip, now);
      judged += came.judged ? 1 : 0;
      lucky += came.verdict === '200' ? 1 : 0;
    }
    if (nowMs > forgetAt) {
      forgetAt = nowMs + 24 * 3_600_000;
      rules.forget();
    }
  }
  return { judged, lucky, hours: (nowMs - Date.parse(START)) / 3_600_000 };
}

/** Many requests at once against one code, the right one among them: they have its five tries between them, and no more. */
async function rush(times: number, random: Random, tally: Tally): Promise<void> {
  const service = createService();
  for (let time = 0; time < times; time++) {
    service.pass(900_000);
    const { browser, code } = await asked(service, doors.learner, 'rush@example.org');
    const place = random.below(64);
    const guesses = Array.from({ length: 64 }, (_, index) => (index === place ? code : codeFrom(random)));
    const twins = guesses.map(() => {
      const twin = createBrowser(service);
      for (const [cookie, value] of browser.cookies) twin.cookies.set(cookie, value);
      return twin;
    });
    const answers = await Promise.all(
      twins.map(({ ask }, index) => ask('enterCode', { body: { code: guesses[index] } })),
    );
    const wrong = answers.filter(({ reasons }) => reasons[0]?.code === 'code-wrong').length;
    const right = answers.filter(({ status }) => status === 200).length;
    tally.judge(
      right <= 1 && wrong + right <= 5,
      'bursts of 64 guesses at one instant that were given five tries at most',
      () => `${wrong} wrong, ${right} right`,
    );
  }
}

/**
 * Nobody guesses a code. The rules are attacked by each strategy in virtual time; that they are the handlers' is compared request by
 * request; and requests at the same instant, which rules know nothing of, go to the handlers alone.
 */
export async function proveGuessing(seed: number, guesses: number): Promise<Finding> {
  const tally = createTally('guessing');
  const random = randomFrom(seed);
  const names = Object.entries(strategies);
  for (const [name, strategy] of names)
    await compare(name, strategy, Math.ceil(guesses / 100 / names.length), random.fork(), tally);
  await rush(Math.ceil(guesses / 10_000), random.fork(), tally);
  // The codes are really made of these letters, all of them, and are as long.
  const made = Array.from({ length: 1_000 }, () => systemIds().code());
  const letters = new Set(made.join(''));
  const asSaid = made.every((code) => code.length === CODE_LENGTH) && letters.size === alphabet.length;
  tally.judge(asSaid, 'looks at a thousand codes that are as long, of as many letters', () => [...letters].join(''));
  const figures: Record<string, string> = {};
  let judged = 0;
  for (const [name, strategy] of names) {
    const share = Math.ceil(guesses / names.length);
    const came = attack(strategy, share, random.fork());
    judged += came.judged;
    tally.judge(
      came.lucky === 0,
      `attacks that guessed no code: ${name}`,
      () => `${came.lucky} of ${share} were right`,
    );
    figures[`guesses that met a code, of ${share.toLocaleString('en-US')}: ${name}`] =
      `${came.judged.toLocaleString('en-US')} in ${Math.ceil(came.hours).toLocaleString('en-US')} h`;
  }
  // Each guess that meets a living code is right once in ALL_CODES: a union bound, whatever the order and the correlation.
  const chance = Math.max(judged, guesses) / ALL_CODES;
  tally.judge(chance < HIGHEST_CHANCE, 'bounds of the chance below one in a hundred thousand', () =>
    chance.toExponential(2),
  );
  return tally.finding({
    ...figures,
    'chance that one of all guesses is right, were each of them judged': chance.toExponential(2),
  });
}
