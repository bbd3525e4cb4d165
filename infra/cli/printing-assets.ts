import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { CertificateAssets } from '../../shared/documents/certificate-assets.ts';
import { projectDir } from './project.ts';

/** The fonts that certificates are printed with. What reads them is named by its file, as infra names all that functions hold. */
export async function printingAssets(): Promise<CertificateAssets> {
  const reader = pathToFileURL(join(projectDir, 'functions', 'assets', 'index.ts'));
  const module: { loadCertificateAssets(): Promise<CertificateAssets> } = await import(reader.href);
  return module.loadCertificateAssets();
}
