/** Adds a step of the credit workflow: its entry in the registry, its handler and its test. */
import { parseArgs } from 'node:util';
import { steps } from '../../shared/workflow/steps.ts';
import { isThere, Refused, scaffold, textOf, withEntry } from './files.ts';
import { isDashed, pascal, words } from './naming.ts';

const registry = 'shared/workflow/steps.ts';
const usage = 'npm run new:step -- report-credit';

const refusalsOf = (name: string): readonly string[] => [
  ...(isDashed(name) ? [] : [`“${name}” is no name of a step, like report-credit.`]),
  ...(name in steps ? [`The step ${name} is there already.`] : []),
  ...(isThere(`functions/workflow/${name}.ts`) ? [`functions/workflow/${name}.ts is there already.`] : []),
];

const entryOf = (name: string): string => `  '${name}': {
    state: '${pascal(name)}',
    does: '${words(name)}.',
    input: awardInput,
    output: awardInput,
  },
`;

const handlerOf = (name: string): string => `import { step } from '../step.ts';

/** ${words(name)}, once; a repeat changes nothing. */
export const handler = step('${name}', {}, async (input) => input);
`;

const testOf = (name: string): string => `import { describe, expect, it } from 'vitest';
import { handler } from '../../../functions/workflow/${name}.ts';
import { createService } from '../../support/service.ts';

const input = { door: 'award', workId: 'award-1', learnerId: 'learner-1', activityId: 'activity-1' };

describe('${name}', () => {
  it('hands on what the next step needs, and the same again when it is repeated', async () => {
    const { portsOf } = createService();
    const run = () => handler.using(portsOf('${name}'))(input, { awsRequestId: 'test' });
    expect(await run()).toEqual(input);
    expect(await run()).toEqual(input);
  });
});
`;

scaffold(() => {
  const { positionals } = parseArgs({ allowPositionals: true });
  const [name = '', ...surplus] = positionals;
  if (positionals.length === 0 || surplus.length > 0) throw new Refused([`Usage: ${usage}`]);
  const refusals = refusalsOf(name);
  if (refusals.length > 0) throw new Refused(refusals);
  return {
    texts: {
      [registry]: withEntry(textOf(registry), '} as const satisfies Record<string, { state:', entryOf(name)),
      [`functions/workflow/${name}.ts`]: handlerOf(name),
      [`test/functions/workflow/${name}.test.ts`]: testOf(name),
    },
    next: [
      `In ${registry}: say what the step does, what goes in and what comes out.`,
      'In infra/credit-workflow.ts: put it into the paragraph, where it belongs.',
      `In shared/table/patterns: add '${name}' to the access patterns that it uses, since its role is granted those and no others.`,
      'In infra/house/needs.ts: say what it needs beyond the table (mail, documents), if anything.',
      `Write what it shall do in test/functions/workflow/${name}.test.ts, then functions/workflow/${name}.ts. It is retried, so a repeat must return what the first run returned.`,
      'npm run docs, npm run check, npm test.',
    ],
  };
});
