import { describe, expect, it } from 'vitest';
import { argued, readAudit } from '../../infra/supply/advisories.ts';
import { installScripts } from '../../infra/supply/install-scripts.ts';
import { isAllowed } from '../../infra/supply/licences.ts';
import { lockText, packagesOf } from '../../infra/supply/lock.ts';
import { billOfMaterials } from '../../infra/supply/sbom.ts';
import product from '../../package.json' with { type: 'json' };

const packages = packagesOf(lockText());
const pinned = { ...product.dependencies, ...product.devDependencies, ...product.optionalDependencies };

/** Versions that may come to mean another: anything but three numbers, perhaps of a package under another name. */
const loose = (versions: Readonly<Record<string, string>>): readonly string[] =>
  Object.entries(versions).flatMap(([name, version]) =>
    /^(npm:@?[\w./-]+@)?\d+\.\d+\.\d+(-[\w.]+)?$/.test(version) ? [] : [`${name} ${version}`],
  );

describe('what the product is made of', () => {
  it('is pinned to one version each, which is the one in the lock file', () => {
    expect(Object.keys(pinned).length).toBeGreaterThan(50);
    expect(loose(pinned)).toEqual([]);
    const installed = new Map(packages.map(({ path, version }) => [path, version]));
    for (const [name, version] of Object.entries(pinned))
      expect(installed.get(`node_modules/${name}`), name).toBe(version.replace(/^npm:.*@/, ''));
  });
  it.each([
    '^1.0.0',
    '~1.0.0',
    '1.x',
    '*',
    'latest',
    '>=1.0.0',
    'https://example.org/a.tgz',
    'github:a/b',
    'npm:a@^1.0.0',
  ])('is refused as %s', (version) => expect(loose({ planted: version })).toHaveLength(1));

  it('is locked without the address of a registry', () =>
    expect(packages.filter(({ resolved }) => resolved !== undefined)).toEqual([]));

  it('is under licences that may be used', () => {
    expect(packages.filter((one) => !isAllowed(one)).map(({ name, license }) => `${name}: ${license}`)).toEqual([]);
  });
  it.each([
    ['GPL-3.0-only', false, false],
    ['MIT OR GPL-3.0-or-later', false, true],
    ['MIT AND GPL-3.0-or-later', false, false],
    ['MPL-2.0', false, false],
    ['MPL-2.0', true, true],
    ['SEE LICENSE IN LICENSE', false, false],
    ['', false, false],
  ])('%s, for development: %s, is allowed: %s', (license, isForDevelopment, allowed) =>
    expect(isAllowed({ name: 'planted', license, isForDevelopment })).toBe(allowed),
  );

  it('runs no program when it is installed but those that are named with a reason', () => {
    const running = packages.filter(({ hasInstallScript }) => hasInstallScript).map(({ name }) => name);
    expect([...new Set(running)].toSorted()).toEqual(Object.keys(installScripts).toSorted());
    expect(Object.keys(product.allowScripts).toSorted()).toEqual(Object.keys(installScripts).toSorted());
  });
});

describe('the bill of materials', () => {
  const { name, version, license } = product;
  const bill = JSON.parse(
    JSON.stringify(billOfMaterials({ name, version, license, dependencies: Object.keys(pinned) }, packages)),
  );

  it('is CycloneDX 1.6, with every package under a reference of its own', () => {
    expect(bill).toMatchObject({ bomFormat: 'CycloneDX', specVersion: '1.6', version: 1 });
    expect(bill.serialNumber).toMatch(/^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(bill.components).toHaveLength(packages.length);
    for (const component of bill.components) {
      expect(component).toMatchObject({ type: 'library', name: expect.any(String), version: expect.any(String) });
      expect(component.purl).toMatch(/^pkg:npm\/(%40[\w.-]+\/)?[\w.-]+@\d+\.\d+\.\d+[\w.-]*$/);
      expect(component.licenses).toHaveLength(1);
      expect(component.scope).toMatch(/^(required|excluded)$/);
      for (const { alg, content } of component.hashes)
        expect(content).toHaveLength(
          { 'SHA-512': 128, 'SHA-384': 96, 'SHA-256': 64, 'SHA-1': 40 }[alg as string] ?? -1,
        );
    }
  });

  it('refers to nothing that it does not hold, and says of everything what it needs', () => {
    const refs = new Set<string>([
      name,
      ...bill.components.map((component: { 'bom-ref': string }) => component['bom-ref']),
    ]);
    expect(refs.size).toBe(packages.length + 1);
    const stated = bill.dependencies as readonly { readonly ref: string; readonly dependsOn: readonly string[] }[];
    expect(new Set(stated.map(({ ref }) => ref))).toEqual(refs);
    expect(stated.flatMap(({ dependsOn }) => dependsOn).filter((ref) => !refs.has(ref))).toEqual([]);
    expect(stated[0]?.dependsOn.length).toBe(Object.keys(pinned).length);
  });
});

describe('known vulnerabilities', () => {
  const via = [{ title: 'Reads what it should not', url: 'https://github.com/advisories/GHSA-planted' }];
  const report = { auditReportVersion: 2, vulnerabilities: { planted: { name: 'planted', severity: 'high', via } } };

  it('are told, each with its address', () => {
    expect(readAudit(JSON.stringify(report))).toEqual({
      ...{ kind: 'checked', argued: 0 },
      open: ['high, planted: Reads what it should not (https://github.com/advisories/GHSA-planted)'],
    });
    expect(readAudit(JSON.stringify({ auditReportVersion: 2, vulnerabilities: {} }))).toMatchObject({ open: [] });
  });

  it.each([
    ['', 'npm said no JSON: nothing'],
    ['{"message":"405 Method Not Allowed","statusCode":405}', '405 Method Not Allowed'],
    ['{}', 'npm gave no report'],
  ])('are not said to be none where nobody answered: %s', (said, why) =>
    expect(readAudit(said)).toEqual({ kind: 'not checked', why }),
  );

  it('are argued by a decision, or not at all', () => {
    for (const decision of Object.values(argued)) expect(decision).toMatch(/^docs\/adr\/\d{4}-/);
  });
});
