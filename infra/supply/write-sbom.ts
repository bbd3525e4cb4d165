/** Writes the bill of materials: `npm run sbom`. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import product from '../../package.json' with { type: 'json' };
import { projectFolder } from '../house/project-folder.ts';
import { lockText, packagesOf } from './lock.ts';
import { billOfMaterials } from './sbom.ts';

const packages = packagesOf(lockText());
const { name, version, license } = product;
const direct = Object.keys({ ...product.dependencies, ...product.devDependencies, ...product.optionalDependencies });
const file = join(projectFolder, 'dist', 'sbom.cdx.json');
mkdirSync(join(projectFolder, 'dist'), { recursive: true });
const bill = billOfMaterials({ name, version, license, dependencies: direct }, packages);
writeFileSync(file, `${JSON.stringify(bill, null, 2)}\n`);
console.log(`dist/sbom.cdx.json: ${packages.length} packages, CycloneDX 1.6`);
