import { epochMs, HOUR, type Instant, MINUTE } from './kinds.ts';

/** How many there are, as far as was counted. */
export interface Count {
  readonly counted: number;
  /** Whether there are more than were counted. */
  readonly more: boolean;
}

/** What does not go on, by kind. */
interface Stuck {
  readonly work: Count;
  readonly mail: Count;
  readonly webhooks: Count;
}

/** What was found out about the system by reading a bounded number of rows. */
export interface HealthFacts {
  readonly now: Instant;
  /** When the sweeper ended last; absent: never. */
  readonly sweptAt?: Instant | undefined;
  /** The UTC day of the newest signed head, and how many ledgers it covers; absent: none was signed. */
  readonly head?: { readonly day: string; readonly ledgers: number } | undefined;
  readonly parked: Stuck;
  /** What failed and is tried later and later. */
  readonly failing: Stuck;
  /** What the longest waiting has waited for since; absent: nothing is due. */
  readonly dueSince?: Instant | undefined;
  /** Mails of the last days. */
  readonly bounced: Count;
  readonly complained: Count;
  /** Key ids of the provider's, the one that signs first; absent: their keeper did not answer. */
  readonly signingKeys?: readonly string[] | undefined;
}

/** `well`: nothing to do. `look`: look at it today. `ill`: somebody is harmed until it is mended. */
export type HealthState = 'well' | 'look' | 'ill';

/** What is known of a part of the system, in words: how it is and, where it is not well, what to do. */
export interface Finding {
  readonly part: string;
  readonly state: HealthState;
  readonly says: string;
  readonly remedy?: string;
  /** The page of `docs/runbooks` that says more. */
  readonly runbook?: string;
}

/** The sweeper runs every minute; three missed runs are no accident. */
const SWEEPS_WITHIN_MS = 4 * MINUTE;
/** A head a day, signed in the first hour; the alarm goes off at the same age. */
const HEADS_WITHIN_MS = 26 * HOUR;
/** What is due is begun within a minute or two, unless very much is. */
const BEGUN_WITHIN_MS = 5 * MINUTE;

const some = ({ counted }: Count): boolean => counted > 0;
const number = ({ counted, more }: Count): string => (more ? `more than ${counted}` : String(counted));
const things = (count: Count, one: string, many: string): string =>
  `${number(count)} ${count.counted === 1 && !count.more ? one : many}`;
const minutes = (ms: number): string => {
  const whole = Math.max(1, Math.round(ms / MINUTE));
  if (whole >= 120) return `${Math.round(whole / 60)} hours`;
  return whole === 1 ? 'a minute' : `${whole} minutes`;
};

function sweeper({ now, sweptAt }: HealthFacts): Finding {
  const part = 'Sweeper';
  const mend = { remedy: 'Work and mail that lost their start wait for it. Look why it does not run.' };
  if (sweptAt === undefined)
    return { part, state: 'look', says: 'It has not run yet.', ...mend, runbook: 'sweeper-silent' };
  const age = epochMs(now) - epochMs(sweptAt);
  return age <= SWEEPS_WITHIN_MS
    ? { part, state: 'well', says: 'It ran within the last minutes: what lost its start is started again.' }
    : { part, state: 'ill', says: `It has not run for ${minutes(age)}.`, ...mend, runbook: 'sweeper-silent' };
}

function due({ now, dueSince }: HealthFacts): Finding {
  const part = 'Queue';
  const late = dueSince === undefined ? 0 : epochMs(now) - epochMs(dueSince);
  return late <= BEGUN_WITHIN_MS
    ? { part, state: 'well', says: 'Whatever is due was begun, or is this minute.' }
    : {
        ...{ part, state: 'ill', says: `Something has been due for ${minutes(late)} and was not begun.` },
        remedy: 'Either the sweeper does not run, or very much is due at once: it goes on minute by minute.',
        runbook: 'sweeper-errors',
      };
}

function parked({ parked: { work, mail, webhooks } }: HealthFacts): readonly Finding[] {
  const redrive = 'Open Parked work, mend the cause that it names, then take it up again.';
  return [
    some(work)
      ? {
          ...{ part: 'Parked work', state: 'ill', remedy: redrive, runbook: 'work-parked' },
          says: `${things(work, 'grading, award or certificate waits', 'gradings, awards or certificates wait')} for you. Learners see that it takes longer.`,
        }
      : { part: 'Parked work', state: 'well', says: 'No grading, award or certificate waits for staff.' },
    some(mail)
      ? {
          ...{ part: 'Parked mail', state: 'look', remedy: redrive, runbook: 'work-parked' },
          says: `${things(mail, 'mail', 'mails')} could not be handed over and ${mail.counted === 1 && !mail.more ? 'waits' : 'wait'} for you. Certificates are there all the same.`,
        }
      : { part: 'Parked mail', state: 'well', says: 'No mail waits for staff.' },
    some(webhooks)
      ? {
          ...{ part: 'Parked webhooks', state: 'look', runbook: 'work-parked' },
          says: `${things(webhooks, 'message', 'messages')} to your own systems could not be delivered for days.`,
          remedy: 'Open Webhooks: the receiver’s last answers say why. Mend it, then deliver again.',
        }
      : { part: 'Parked webhooks', state: 'well', says: 'No message to your own systems waits for staff.' },
  ];
}

function failing({ failing: { work, mail, webhooks } }: HealthFacts): Finding {
  const part = 'Tries';
  if (![work, mail, webhooks].some(some))
    return { part, state: 'well', says: 'Nothing failed that is being tried again.' };
  const kinds = [
    some(work) && things(work, 'piece of work', 'pieces of work'),
    some(mail) && things(mail, 'mail', 'mails'),
  ];
  return {
    ...{ part, state: 'look', runbook: some(mail) ? 'mail-delayed' : 'functions-broken' },
    says: `${kinds.filter(Boolean).join(', ')} failed and will be tried again, later and later.`,
    remedy: 'It may pass by itself. Open Failing work for the reasons; what you have mended can have its turn now.',
  };
}

function heads({ now, head }: HealthFacts): Finding {
  const part = 'Signed heads';
  if (!head)
    return {
      ...{ part, state: 'look', says: 'No day was signed yet.', runbook: 'head-missing' },
      remedy: 'The first is signed within a quarter of an hour of the first start. If it is not, look why.',
    };
  const age = epochMs(now) - epochMs(`${head.day}T00:00:00.000Z`);
  const ledgers = `${head.ledgers} ${head.ledgers === 1 ? 'learner’s ledger' : 'learners’ ledgers'}`;
  return age <= HEADS_WITHIN_MS
    ? { part, state: 'well', says: `The newest is of ${head.day} (UTC) and covers ${ledgers}.` }
    : {
        ...{ part, state: 'ill', says: `The newest is of ${head.day} (UTC), ${minutes(age)} ago.` },
        ...{
          remedy: 'Each day is to be signed shortly after midnight UTC. Look why none was.',
          runbook: 'head-missing',
        },
      };
}

function mail({ bounced, complained }: HealthFacts): readonly Finding[] {
  const lately = 'in the last seven days';
  return [
    some(bounced)
      ? {
          ...{ part: 'Bounces', state: 'look', runbook: 'mail-bounces' },
          says: `${things(bounced, 'mail', 'mails')} bounced ${lately}.`,
          remedy: 'Open Mail, Bounced: ask these learners for an address that works, then send again.',
        }
      : { part: 'Bounces', state: 'well', says: `No mail bounced ${lately}.` },
    some(complained)
      ? {
          ...{ part: 'Complaints', state: 'look', runbook: 'mail-complaints' },
          says: `${things(complained, 'recipient', 'recipients')} called our mail spam ${lately}.`,
          remedy: 'Do not send to them again before you have spoken with them.',
        }
      : { part: 'Complaints', state: 'well', says: `Nobody called our mail spam ${lately}.` },
  ];
}

function signing({ signingKeys }: HealthFacts): Finding {
  const part = 'Signing key';
  if (!signingKeys)
    return {
      ...{ part, state: 'ill', says: 'The keeper of the signing key did not answer: no certificate can be issued.' },
      ...{ remedy: 'Look whether the key is enabled and the functions may use it.', runbook: 'functions-broken' },
    };
  const others = signingKeys.length - 1;
  const before = others === 0 ? '' : `; ${others} that signed before ${others === 1 ? 'is' : 'are'} still believed`;
  return { part, state: 'well', says: `It answers, and signs as ${signingKeys[0]}${before}.` };
}

/** Judges the facts, part by part. */
export const findingsOf = (facts: HealthFacts): readonly Finding[] => [
  sweeper(facts),
  due(facts),
  ...parked(facts),
  failing(facts),
  heads(facts),
  ...mail(facts),
  signing(facts),
];

const gravity: readonly HealthState[] = ['well', 'look', 'ill'];

/** How the whole is: as its worst part. */
export const worstOf = (findings: readonly Finding[]): HealthState =>
  gravity[Math.max(0, ...findings.map(({ state }) => gravity.indexOf(state)))] ?? 'well';
