import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import type { ActivityContent } from '../../shared/authoring/activity-content.ts';
import { describeProblem } from '../../shared/authoring/problem.ts';
import { suggest } from '../../shared/authoring/suggestion.ts';
import { renderCertificatePdf } from '../../shared/documents/certificate-pdf.ts';
import { wordCredits } from '../../shared/domain/award-wording.ts';
import { type CertificateSnapshot, firstSnapshot } from '../../shared/domain/certificate.ts';
import { certifiedCredits, offersFor } from '../../shared/domain/claim.ts';
import { frozen } from '../../shared/domain/credit-type.ts';
import { civilDateIn, type Instant } from '../../shared/domain/kinds.ts';
import { cleanName, type Profession, professions } from '../../shared/domain/learner.ts';
import { ParkError } from '../../shared/ports.ts';
import { readActivityFiles } from './activity-files.ts';
import { type Command, UsageError } from './command.ts';
import { previewPage } from './preview-page.ts';
import { printingAssets } from './printing-assets.ts';

/** Nobody can have that name (RFC 2606), so whoever scans the code of a preview gets nowhere. */
const nowhere = 'https://preview.invalid/v/not-a-certificate';

/** The certificate of somebody who claims everything that the activity offers a profession, today. */
export function previewSnapshot(
  { activity }: ActivityContent,
  { name, profession, now }: { readonly name: string; readonly profession: Profession; readonly now: Instant },
): CertificateSnapshot {
  const version = {
    ...activity,
    ...{ version: 1, publishedAt: now, credits: activity.credits.map(frozen) },
  };
  const claims = offersFor(version.credits, profession).map(({ creditType, maximum }) => ({
    creditType,
    amount: maximum,
  }));
  const today = civilDateIn(now, activity.zone);
  return firstSnapshot(version, {
    ...{ certificateId: 'preview', number: 'CW-0000-PREVIEW', learnerId: 'nobody', verifyUrl: nowhere },
    ...{ name, profession, participatedOn: activity.heldOn ?? today, awardedAt: now, awardedOn: today },
    credits: wordCredits(certifiedCredits(claims, version.credits, profession) ?? [], version.templates),
  });
}

function professionOf(text: string): Profession {
  const profession = professions.find((one) => one === text);
  if (!profession) throw new UsageError(`“${text}” is no profession here. ${suggest(text, professions)}`);
  return profession;
}

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
      await writeFile(values.out, bytes);
    } catch (error) {
      // What would park the certificate is what the author wants to know beforehand.
      if (!(error instanceof ParkError)) throw error;
      terminal.complain(`${file}: ${error.message}`);
      return false;
    }
    terminal.print(`${values.out}: what ${file} would certify to a ${profession}. It is no certificate.`);
    if (values.html !== undefined) {
      await writeFile(values.html, previewPage(snapshot, theme));
      terminal.print(`${values.html}: the same as a page.`);
    }
    return true;
  },
};
