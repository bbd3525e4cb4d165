import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { describeProblem } from '../../shared/authoring/problem.ts';
import { renderCertificatePdf } from '../../shared/documents/certificate-pdf.ts';
import { previewSnapshot } from '../../shared/documents/preview-snapshot.ts';
import { cleanName } from '../../shared/domain/learner.ts';
import { ParkError } from '../../shared/ports.ts';
import { readActivityFiles } from './activity-files.ts';
import { type Command, UsageError } from './command.ts';
import { unwritable } from './out-file.ts';
import { previewPage } from './preview-page.ts';
import { printingAssets } from './printing-assets.ts';
import { professionOf } from './profession.ts';

const options = {
  out: { type: 'string', default: 'preview.pdf' },
  html: { type: 'string' },
  name: { type: 'string', default: 'Amara Okonkwo-Reyes, MD' },
  profession: { type: 'string', default: 'physician' },
} as const;

export const previewCommand: Command = {
  usage: 'preview FILE [--out preview.pdf] [--html preview.html] [--name "Given Family, MD"] [--profession physician]',
  does: 'Prints the certificate that an activity file would issue, marked as none; needs no system.',
  async run(args, terminal) {
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
    const [file, ...others] = positionals;
    if (file === undefined || others.length > 0)
      throw new UsageError('Name one activity file, like docs/samples/acute-agitation.yaml.');
    const profession = professionOf(values.profession);
    const { activities, problems } = await readActivityFiles([file]);
    const [content] = activities;
    if (!content) {
      for (const problem of problems) terminal.complain(describeProblem(problem));
      return false;
    }
    const now = new Date().toISOString();
    const snapshot = previewSnapshot(content, { name: cleanName(values.name), profession, now });
    const { theme } = content;
    try {
      const bytes = await renderCertificatePdf(snapshot, await printingAssets(), { theme, preview: true });
      await writeFile(values.out, bytes).catch((cause) => {
        throw unwritable(values.out, '--out', cause);
      });
    } catch (error) {
      // What would park the certificate is what the author wants to know beforehand.
      if (!(error instanceof ParkError)) throw error;
      terminal.complain(`${file}: ${error.message}`);
      return false;
    }
    terminal.print(`${values.out}: what ${file} would certify to a ${profession}. It is no certificate.`);
    const { html } = values;
    if (html !== undefined) {
      await writeFile(html, previewPage(snapshot, theme)).catch((cause) => {
        throw unwritable(html, '--html', cause);
      });
      terminal.print(`${html}: the same as a page.`);
    }
    return true;
  },
};
