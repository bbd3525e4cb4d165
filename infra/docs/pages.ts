import { openApiDocument } from '../../shared/api/openapi.ts';
import { accessPatternsPage } from './access-patterns-page.ts';
import { costsPage } from './costs-page.ts';
import { performancePage, readmeWithFigures } from './figures-table.ts';
import { licencesPage } from './licences-page.ts';
import { publishingRulesPage } from './publishing-rules-page.ts';
import { reliabilityPage } from './reliability-page.ts';
import { securityPage } from './security-page.ts';
import { workflowPage } from './workflow-page.ts';

/** The site that the contract's examples are of; a deployment serves its own at `/api/openapi.json`. */
const EXAMPLE_SITE = 'https://credit.example.org';

/** Every page that is made from a registry or from what was recorded: its path in the project, and its text. */
export const generatedPages = (): Readonly<Record<string, string>> => ({
  'README.md': readmeWithFigures(),
  'docs/openapi.json': `${JSON.stringify(openApiDocument(EXAMPLE_SITE), null, 2)}\n`,
  'docs/workflow.md': workflowPage(),
  'docs/access-patterns.md': accessPatternsPage(),
  'docs/publishing-rules.md': publishingRulesPage(),
  'docs/licences.md': licencesPage(),
  'docs/costs.md': costsPage(),
  'docs/reliability.md': reliabilityPage(),
  'docs/security.md': securityPage(),
  'docs/performance.md': performancePage(),
});

/** The pages whose file differs from what would be made now. `read` gives a file's text, or nothing where there is none. */
export const stalePages = (read: (path: string) => string | undefined): readonly string[] =>
  Object.entries(generatedPages())
    .filter(([path, text]) => read(path) !== text)
    .map(([path]) => path);
