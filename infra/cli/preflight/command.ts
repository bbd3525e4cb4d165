import { parseArgs } from 'node:util';
import { type Judgement, judgeEvent, type LiveEvent, warmThroughputFor } from '../../live-event.ts';
import { QUOTAS_READ_ON } from '../../quotas.ts';
import { type Command, UsageError } from '../command.ts';
import { systemOptions, systemUsage } from '../functions.ts';
import { readLimits } from './read-limits.ts';

const options = { ...systemOptions, learners: { type: 'string' }, within: { type: 'string' } } as const;

/** A live event that is to be prepared for, unless another is named. */
const usual: LiveEvent = { learners: 10_000, withinSeconds: 15 };

function numberOf(typed: string | undefined, usually: number, option: string): number {
  if (typed === undefined) return usually;
  const number = Number(typed);
  if (!Number.isFinite(number) || number <= 0)
    throw new UsageError(`“${typed}” is no number for ${option}. Write it like ${usually}.`);
  return number;
}

const serviceOf: Readonly<Record<Judgement['limit'], string>> = {
  requests: 'API Gateway',
  concurrency: 'Lambda',
  starts: 'Step Functions',
  writes: 'DynamoDB',
  reads: 'DynamoDB',
  signatures: 'KMS',
  mailRate: 'SES',
  mailsADay: 'SES',
};

/** The command that warms a table up, as the operator types it. */
const warmUp = (tableName: string, event: LiveEvent): string => {
  const { writes, reads } = warmThroughputFor(event);
  return `aws dynamodb update-table --table-name ${tableName} --warm-throughput ReadUnitsPerSecond=${reads},WriteUnitsPerSecond=${writes}`;
};

/** Says whether the next live event fits into what the account has. */
export const preflightCommand: Command = {
  usage: `preflight [--learners ${usual.learners}] [--within ${usual.withinSeconds}] ${systemUsage}`,
  does: 'Reads the quotas of the AWS account and says, service by service, whether a live event fits whose learners all submit within so many seconds, how long the last of them would wait, and what to ask AWS for.',
  async run(args, terminal) {
    const { values } = parseArgs({ args: [...args], options });
    const event: LiveEvent = {
      learners: numberOf(values.learners, usual.learners, '--learners'),
      withinSeconds: numberOf(values.within, usual.withinSeconds, '--within'),
    };
    if (values.stack === undefined) {
      terminal.print(
        'A system on one machine has no quotas of AWS: what it takes is what the machine gives, which npm run prove:load measures. Name a deployed stack with --stack to read its account.',
      );
      return true;
    }
    if (values.data !== undefined)
      throw new UsageError('A system is either local or deployed: give --data or --stack, not both.');
    const { limits, tableName, unread } = await readLimits(values.stack);
    terminal.print(`${event.learners.toLocaleString('en-US')} learners who submit within ${event.withinSeconds} s:`);
    const judgements = judgeEvent(event, limits);
    for (const { limit, fits, says, ask } of judgements) {
      terminal.print(`${fits ? 'fits' : 'DOES NOT FIT'}  ${serviceOf[limit]}: ${says}`);
      if (ask) terminal.print(`      Ask for: ${ask}`);
    }
    for (const { service, why } of unread)
      terminal.complain(
        `${service} did not tell its quota (${why}). What AWS published by ${QUOTAS_READ_ON} stands in for it.`,
      );
    const short = judgements.filter(({ fits }) => !fits);
    if (short.some(({ limit }) => limit === 'writes' || limit === 'reads'))
      terminal.print(`Warm the table up a day before: ${warmUp(tableName, event)}`);
    terminal.print(
      short.length === 0
        ? 'The event fits. Nothing is to be asked for.'
        : 'The event does not fit yet. Nobody would be lost, and many would wait; docs/runbooks/live-event.md says what to do by when.',
    );
    return short.length === 0;
  },
};
