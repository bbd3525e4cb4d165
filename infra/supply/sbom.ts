import { createHash } from 'node:crypto';
import { licenceOf } from './licences.ts';
import type { Package } from './lock.ts';

interface Product {
  readonly name: string;
  readonly version: string;
  readonly license: string;
  readonly dependencies: readonly string[];
}

/** Package URL, by its specification for npm: the scope's at sign is escaped. */
const purlOf = ({ name, version }: Pick<Package, 'name' | 'version'>): string =>
  `pkg:npm/${name.replace('@', '%40')}@${version}`;

/** A licence as CycloneDX takes it: an id of SPDX, or an expression of several. */
const licencesOf = (licence: string): readonly object[] =>
  / (OR|AND) /.test(licence) ? [{ expression: licence }] : [{ license: { id: licence } }];

/** `sha512-…` of the lock file, in hex. */
function hashesOf(integrity: string | undefined): readonly object[] {
  const [, kind, digest] = /^sha(512|384|256|1)-(.+)$/.exec(integrity ?? '') ?? [];
  return digest ? [{ alg: `SHA-${kind}`, content: Buffer.from(digest, 'base64').toString('hex') }] : [];
}

/** A serial number that is a function of the contents: the same bill has the same (RFC 4122, version 5 by its bits). */
function serialOf(contents: string): string {
  const hash = createHash('sha256').update(contents).digest();
  hash[6] = ((hash[6] ?? 0) & 0x0f) | 0x50;
  hash[8] = ((hash[8] ?? 0) & 0x3f) | 0x80;
  const hex = hash.toString('hex');
  return `urn:uuid:${[hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join('-')}`;
}

/** The bill of materials as CycloneDX 1.6: a function of the lock file alone, with neither time nor machine. */
export function billOfMaterials(product: Product, packages: readonly Package[]): object {
  const components = packages.map((one) => {
    const [scope, short] = one.name.startsWith('@') ? one.name.split('/') : [undefined, one.name];
    return {
      ...{ type: 'library', 'bom-ref': one.path, ...(scope && { group: scope }), name: short, version: one.version },
      scope: one.isForDevelopment ? 'excluded' : 'required',
      ...{ licenses: licencesOf(licenceOf(one)), purl: purlOf(one), hashes: hashesOf(one.integrity) },
    };
  });
  const root = { type: 'application', 'bom-ref': product.name, name: product.name, version: product.version };
  const dependencies = [
    { ref: product.name, dependsOn: product.dependencies.map((name) => `node_modules/${name}`).toSorted() },
    ...packages.map(({ path, needs }) => ({ ref: path, dependsOn: needs })),
  ];
  const contents = {
    metadata: { component: { ...root, licenses: licencesOf(product.license) } },
    components,
    dependencies,
  };
  return {
    ...{ $schema: 'http://cyclonedx.org/schema/bom-1.6.schema.json', bomFormat: 'CycloneDX', specVersion: '1.6' },
    ...{ serialNumber: serialOf(JSON.stringify(contents)), version: 1, ...contents },
  };
}
