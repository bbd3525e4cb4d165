import { installScripts } from '../supply/install-scripts.ts';
import { licenceOf } from '../supply/licences.ts';
import { lockText, type Package, packagesOf } from '../supply/lock.ts';
import { madeFrom, page, table } from './markdown.ts';

/** Packages by name, with every version that is installed. */
function rowsOf(packages: readonly Package[]): readonly (readonly string[])[] {
  const byName = Map.groupBy(packages, ({ name }) => name);
  return [...byName]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, these]) => [
      name,
      [...new Set(these.map(({ version }) => version))].toSorted().join(', '),
      [...new Set(these.map(licenceOf))].toSorted().join(', '),
    ]);
}

function sumOf(packages: readonly Package[]): readonly (readonly string[])[] {
  const byLicence = Map.groupBy(packages, licenceOf);
  return [...byLicence]
    .map(([licence, { length }]) => [licence, length] as const)
    .toSorted(([a, many], [b, few]) => few - many || (a < b ? -1 : 1))
    .map(([licence, count]) => [licence, String(count)]);
}

/** `docs/licences.md`: what the product is made of, and under which licences. */
export function licencesPage(): string {
  const packages = packagesOf(lockText());
  const heads = ['Package', 'Versions', 'Licence'] as const;
  const [ofProduct, ofTools] = [
    packages.filter((one) => !one.isForDevelopment),
    packages.filter((one) => one.isForDevelopment),
  ];
  return page(
    madeFrom(['`package-lock.json`', '`infra/supply/`']),
    '# What the product is made of',
    `Credit Wallet itself is under Apache-2.0. It uses ${ofProduct.length} packages of others, and ${ofTools.length} more that only those who work on it install. Each is pinned to one version by its hash. A test refuses a licence that is not on the [list](../infra/supply/licences.ts), and an install script that is not named here. \`npm run sbom\` writes all of it as CycloneDX 1.6.`,
    '## Licences',
    table(['Licence', 'Packages of the product'], sumOf(ofProduct)),
    table(['Licence', 'Packages for development'], sumOf(ofTools)),
    '## Programs that run when packages are installed',
    table(['Package', 'Why it may'], Object.entries(installScripts)),
    '## Packages of the product',
    table(heads, rowsOf(ofProduct)),
    '## Packages for development',
    table(heads, rowsOf(ofTools)),
  );
}
