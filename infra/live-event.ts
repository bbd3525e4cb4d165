import { quotas } from './quotas.ts';

/** Everybody presses submit within some seconds. */
export interface LiveEvent {
  readonly learners: number;
  readonly withinSeconds: number;
}

/**
 * What one submission asks of AWS. The herd is counted when it is simulated (`npm run prove:herd`), and a test fails when it
 * takes more than stands here.
 */
export const submissionTakes = {
  /** Units of writing in the table, and in its fuller index. */
  writes: 46,
  /** Units of reading in the table. */
  reads: 22,
  /** Seconds of functions at work, the one that waits for the others included. */
  functionSeconds: 0.7,
  /** The same where every function of it starts cold, as all do at the first moment of an event. */
  coldFunctionSeconds: 3.6,
} as const;

/** What an account, and the stack in it, has. */
export interface Limits {
  readonly requests: number;
  readonly concurrency: number;
  readonly starts: number;
  readonly writes: number;
  readonly reads: number;
  readonly signatures: number;
  readonly mailRate: number;
  readonly mailsADay: number;
}

/** What AWS gives to whoever asked for nothing. */
export const publishedLimits: Limits = {
  requests: quotas.gatewayRequests.value,
  concurrency: quotas.lambdaConcurrency.value,
  starts: quotas.expressStarts.value,
  writes: quotas.tableWrites.value,
  reads: quotas.tableReads.value,
  signatures: quotas.signatures.value,
  mailRate: quotas.mailRate.value,
  mailsADay: quotas.mailsADay.value,
};

/** Whether a service is enough for an event, in words for whoever prepares it. */
export interface Judgement {
  readonly limit: keyof Limits;
  readonly fits: boolean;
  readonly says: string;
  /** What to ask AWS for, where it does not fit. */
  readonly ask?: string;
}

/** The help page promises a result within half a minute; a mail may take an hour. */
const RESULT_WITHIN_S = 30;
const MAIL_WITHIN_S = 3_600;
/** Claims follow when the evaluation is done, over some minutes at least. */
const CLAIMS_OVER_S = 240;

const figure = (number: number): string => Math.ceil(number).toLocaleString('en-US');
const roundedUp = (number: number, step: number): number => Math.ceil(number / step) * step;
/** A time as people say it. */
const inWords = (seconds: number): string =>
  seconds < 1 ? 'no time' : seconds < 120 ? `${figure(seconds)} s` : `${figure(seconds / 60)} minutes`;

/** How long the last one waits when so much is asked for within a time, of what comes at a rate. */
const lastWaits = (asked: number, withinSeconds: number, perSecond: number): number =>
  Math.max(0, asked / perSecond - withinSeconds);

/** What the table is to be warmed up for: nothing that it does not give anyway, or the whole event, in round figures. */
export const warmThroughputFor = ({
  learners,
  withinSeconds,
}: LiveEvent): { readonly writes: number; readonly reads: number } => {
  const wanted = (each: number, least: number): number =>
    Math.max(least, roundedUp((learners / withinSeconds) * each, 1_000));
  return {
    writes: wanted(submissionTakes.writes, quotas.tableWrites.value),
    reads: wanted(submissionTakes.reads, quotas.tableReads.value),
  };
};

/** How many functions may have to be at work at once, in round figures: at the first moment all of them start. */
export const concurrencyFor = ({ learners, withinSeconds }: LiveEvent): number =>
  Math.max(
    quotas.lambdaConcurrency.value,
    roundedUp((learners / withinSeconds) * submissionTakes.coldFunctionSeconds, 500),
  );

/** Judges each service by what the event asks of it and what there is. */
export function judgeEvent({ learners, withinSeconds }: LiveEvent, limits: Limits): readonly Judgement[] {
  const perSecond = learners / withinSeconds;
  const ofRate = (
    limit: 'requests' | 'starts' | 'writes' | 'reads' | 'signatures',
    { each, over, what, ask }: { each: number; over: number; what: string; ask: (enough: string) => string },
  ): Judgement => {
    const waits = lastWaits(learners * each, over, limits[limit]);
    const fits = waits <= RESULT_WITHIN_S / 2;
    const says = `${figure((learners * each) / over)} ${what} a second are wanted, and there are ${figure(limits[limit])}: the last learner waits ${inWords(waits)} for it.`;
    return { limit, fits, says, ...(!fits && { ask: ask(figure(roundedUp((learners * each) / over, 1_000))) }) };
  };
  const atWork = perSecond * submissionTakes.functionSeconds;
  const coldAtWork = concurrencyFor({ learners, withinSeconds });
  const concurrencyFits = limits.concurrency >= coldAtWork;
  // Those that find no instance at the first moment are sent again until there is one: about half a minute, when simulated.
  const queued = Math.max(
    concurrencyFits ? 0 : RESULT_WITHIN_S,
    lastWaits(learners * submissionTakes.functionSeconds, withinSeconds, limits.concurrency),
  );
  const mailSeconds = learners / limits.mailRate;
  const mailFits = mailSeconds <= MAIL_WITHIN_S && learners <= limits.mailsADay;
  return [
    ofRate('requests', {
      ...{ each: 2, over: withinSeconds, what: 'requests' },
      ask: (enough) => `Service Quotas, Amazon API Gateway, “Throttle rate”: ${enough} a second.`,
    }),
    {
      limit: 'concurrency',
      fits: concurrencyFits,
      says: `Up to ${figure(coldAtWork)} functions are at work at once while they start, ${figure(atWork)} later, and ${figure(limits.concurrency)} may be: the last learner waits ${inWords(queued)} for it.`,
      ...(!concurrencyFits && {
        ask: `Service Quotas, AWS Lambda, “Concurrent executions”: ${figure(coldAtWork)}.`,
      }),
    },
    ofRate('starts', {
      ...{ each: 1, over: withinSeconds, what: 'starts of the workflow' },
      ask: (enough) => `Service Quotas, AWS Step Functions, “StartExecution throttle token refill rate”: ${enough}.`,
    }),
    ofRate('writes', {
      ...{ each: submissionTakes.writes, over: withinSeconds, what: 'units of writing' },
      ask: (enough) => `The table warmed up a day before: WriteUnitsPerSecond=${enough.replaceAll(',', '')}.`,
    }),
    ofRate('reads', {
      ...{ each: submissionTakes.reads, over: withinSeconds, what: 'units of reading' },
      ask: (enough) => `The table warmed up a day before: ReadUnitsPerSecond=${enough.replaceAll(',', '')}.`,
    }),
    ofRate('signatures', {
      ...{ each: 1, over: CLAIMS_OVER_S, what: 'signatures of certificates' },
      ask: (enough) => `Service Quotas, AWS KMS, “Cryptographic operations (ECC) request rate”: ${enough} a second.`,
    }),
    {
      limit: 'mailRate',
      fits: mailFits,
      says: `${figure(limits.mailRate)} mails a second and ${figure(limits.mailsADay)} a day may be sent: the last mail leaves after ${inWords(mailSeconds)}. No award waits for its mail.`,
      ...(!mailFits && {
        ask: `Amazon SES, sending quota: ${figure(Math.max(14, learners / MAIL_WITHIN_S))} mails a second and ${figure(roundedUp(learners * 3, 10_000))} a day.`,
      }),
    },
  ];
}
