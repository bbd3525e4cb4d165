import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { generatedPages, stalePages } from '../../infra/docs/pages.ts';
import { mermaid, readStateMachine } from '../../infra/docs/state-machine.ts';
import { routes } from '../../shared/api/routes.ts';
import { projectFolder, sourceAt } from './source.ts';

const textAt = (path: string) => (existsSync(join(projectFolder, path)) ? sourceAt(path).text : undefined);

describe('pages that are made from the registries', () => {
  it('are fresh; npm run docs makes them anew', () => expect(stalePages(textAt)).toEqual([]));

  it('are found stale when a character differs or the page is gone', () => {
    const pages = generatedPages();
    const changed = (path: string) => (path === 'docs/workflow.md' ? `${pages[path]} ` : pages[path]);
    expect(stalePages(changed)).toEqual(['docs/workflow.md']);
    expect(stalePages(() => undefined)).toEqual(Object.keys(pages));
  });

  it('show every route in the contract', () => {
    const { paths } = JSON.parse(generatedPages()['docs/openapi.json'] ?? '{}');
    for (const { path, method, name } of Object.values(routes))
      expect(paths[path][method.toLowerCase()].operationId).toBe(name);
  });

  it('draw every way out of a state', () => {
    const drawing = mermaid(
      readStateMachine({
        StartAt: 'Right?',
        States: {
          'Right?': {
            Type: 'Choice',
            Choices: [{ Variable: '$.right', BooleanEquals: true, Next: 'Do' }],
            Default: 'No',
          },
          Do: { Type: 'Task', End: true, Catch: [{ ErrorEquals: ['States.ALL'], Next: 'Do failed' }] },
          'Do failed': { Type: 'Pass', Next: 'Park' },
          Park: { Type: 'Task', End: true },
          No: { Type: 'Fail' },
        },
      }),
    );
    for (const arrow of [
      'Right -- right is true --> Do',
      'Right -- otherwise --> No',
      'Do --> done',
      'Do -. cannot .-> Park',
    ])
      expect(drawing).toContain(arrow);
    expect(drawing).not.toContain('Do failed');
  });
});
