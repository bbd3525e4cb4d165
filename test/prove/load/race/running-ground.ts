import { Agent } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { type Routes, routes } from '../../../../shared/api/routes.ts';
import type { Row } from '../../../../shared/ports.ts';
import { startRunningSystem } from '../../../journeys/support/running-system.ts';
import { contentsOf } from '../../../simulation/contents.ts';
import { everyRow } from '../../kills/database.ts';
import type { TheActivity } from '../../the-activity.ts';
import { send } from '../open-loop.ts';
import { prepareLearners } from '../prepare-learners.ts';
import { tableOf } from '../table-of.ts';
import type { Ground } from './ground.ts';
import { physician } from './physician.ts';
import { AT_ONCE } from './race.ts';

/** The sweeper starts what has not ended after ten seconds, each minute; nothing may take longer than two. */
const SETTLED_WITHIN_MS = 120_000;

const pathOf = (route: keyof Routes, params: Readonly<Record<string, string>> = {}): string =>
  routes[route].path.replace(/\{(\w+)\}/g, (_, name: string) => params[name] ?? '');

/** The whole system as one command starts it, each tab with a connection of its own. */
export async function runningGround(activity: TheActivity): Promise<Ground> {
  const system = await startRunningSystem();
  const table = tableOf(system.dataDir);
  const agent = new Agent({ keepAlive: true, maxSockets: AT_ONCE });
  const site = new URL(system.site);
  return {
    begin: (count) => prepareLearners(count, { client: table.client, ...activity, profile: physician }),
    ask: async (route, { params, body, idempotencyKey, cookies = [] }) => {
      const headers = {
        ...{ cookie: cookies.join('; '), 'content-type': 'application/json' },
        ...(idempotencyKey !== undefined && { 'idempotency-key': idempotencyKey }),
      };
      const sending = { path: pathOf(route, params), headers, body: JSON.stringify(body) };
      const { status, body: text } = await send(site, agent, sending);
      // No answer, or one that is none of the service's, is told as it came.
      const isJson = /^\s*\{/.test(text);
      return { status, body: isJson ? JSON.parse(text) : { text } };
    },
    rows: async () => {
      for (const until = performance.now() + SETTLED_WITHIN_MS; ; await pause(500)) {
        const rows: readonly Row[] = await everyRow(table.endpoint);
        const isDone = contentsOf(rows).work.every(({ status }) => status === 'done');
        if (isDone || performance.now() > until) return rows;
      }
    },
    close: async () => {
      agent.destroy();
      table.client.destroy();
      await system.remove();
    },
  };
}
