import { functionOf, type Route } from '../shared/api/route.ts';
import { routes } from '../shared/api/routes.ts';
import { steps } from '../shared/workflow/steps.ts';

const inFolder = (folder: string, names: readonly string[]): (readonly [name: string, source: string])[] =>
  names.map((name) => [name, `functions/${folder}/${name}.ts`]);

/** Functions that staff's commands invoke; each has a stack output that tells its physical name. */
export const commands = [
  ...['publish-activity', 'list-parked', 'redrive-work', 'audit-ledger', 'audit-heads', 'collect-pack'],
  ...['propose-change', 'decide-change', 'list-changes'],
  ...['erase-learner', 'export-learner', 'change-staff', 'keep-provider', 'import-bank', 'reindex'],
] as const;

const everyRoute: readonly Route[] = Object.values(routes);

/** Functions that each serve one route, and those that serve an area of the console. */
export const routeFunctions: readonly string[] = [...new Set(everyRoute.map(functionOf))];
const isOfConsole = (name: string): boolean => everyRoute.some(({ servedBy }) => servedBy === name);

/** Every Lambda function of the system: its name, and the file whose export `handler` it runs. */
export const functionSources: Readonly<Record<string, string>> = Object.fromEntries([
  ...inFolder(
    'api',
    routeFunctions.filter((name) => !isOfConsole(name)),
  ),
  // `admin-staff` is `functions/admin/staff.ts`.
  ...routeFunctions
    .filter(isOfConsole)
    .map((name) => [name, `functions/admin/${name.slice('admin-'.length)}.ts`] as const),
  ...inFolder('workflow', Object.keys(steps)),
  ...inFolder('scheduled', [
    'sweep-outbox',
    'deliver-webhooks',
    'sign-heads',
    'erase-learners',
    'remind-learners',
    'run-batches',
    'carry-on-imports',
    'record-mail-feedback',
  ]),
  ...inFolder('commands', commands),
  ...inFolder('gateway', ['verify-origin', 'no-such-route']),
]);

/** `get-me` as the name of a construct: `GetMe`. */
export const constructIdOf = (name: string): string =>
  name.replaceAll(/(?:^|-)([a-z])/g, (_, initial: string) => initial.toUpperCase());
