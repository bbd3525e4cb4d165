import { parseArgs } from 'node:util';
import type { Command, Terminal } from '../command.ts';
import type { AnsweredChange } from '../function-answers.ts';
import { functionsOf, systemOptions, systemUsage } from '../functions.ts';

/** What a change is about, in ids: a certificate, two accounts, or a learner in an activity. */
function aboutIn({ certificateId, learnerId = '', activityId, into }: AnsweredChange): string {
  if (certificateId !== undefined) return certificateId;
  if (into !== undefined) return `${learnerId} and ${into}`;
  return activityId === undefined ? learnerId : `${learnerId} in ${activityId}`;
}

function tell(change: AnsweredChange, terminal: Terminal): void {
  const { changeId, kind, reason, proposedBy, proposedAt, participatedOn, claims: credits, correction } = change;
  terminal.print(`${changeId} ${kind} ${aboutIn(change)}, asked by ${proposedBy} at ${proposedAt}: ${reason}`);
  for (const [what, value] of Object.entries(correction ?? { participatedOn, credits }))
    if (value !== undefined) terminal.print(`    ${what}: ${JSON.stringify(value)}`);
}

export const changesCommand: Command = {
  usage: `changes ${systemUsage}`,
  does: 'Lists every change that waits for a second person, oldest first.',
  async run(args, terminal) {
    const { values } = parseArgs({ args: [...args], options: systemOptions });
    const invoke = functionsOf(values);
    let found = 0;
    for (let cursor: string | undefined, more = true; more; more = cursor !== undefined) {
      const page: Awaited<ReturnType<typeof invoke<'list-changes'>>> = await invoke('list-changes', { cursor });
      for (const change of page.changes) tell(change, terminal);
      found += page.changes.length;
      cursor = page.next;
    }
    if (found === 0) terminal.print('No change waits.');
    return true;
  },
};
