import type { CertificateWording } from './certificate-wording.ts';

/** How closely a certificate is set, so that it prints on one sheet however much it says. */
export type Density = 'airy' | 'dense' | 'densest';

// Measured in Chromium on the lower of the two sheets, A4 on its side: a line of statements holds about 95 characters in
// each of two columns; a kind of credit or a line of the title costs about as much height as two such lines.
const perLine = 190;

/** Decides how closely a certificate is set in HTML, by the lines that it will take, `more` of them beside its words. */
export function densityOf({ name, title, credits, statements }: Pick<CertificateWording, Long>, more = 0): Density {
  const small = statements.reduce((sum, text) => sum + Math.ceil(text.length / perLine) + 0.5, 0);
  const large = Math.ceil(name.length / 34) * 2 + Math.ceil(title.length / 70) + credits.length;
  const lines = small + 2 * large + more;
  return lines > 30 ? 'densest' : lines > 19 ? 'dense' : 'airy';
}

type Long = 'name' | 'title' | 'credits' | 'statements';
