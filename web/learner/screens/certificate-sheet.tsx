import { Marked } from '../../components/marked.tsx';
import { densityOf } from './certificate-density.ts';
import type { Certificate } from './types.ts';

// Day, month, year, as the PDF prints them: the two are one certificate, and must say the same.
const printed = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });
const day = (civil: string): string => printed.format(new Date(`${civil}T00:00:00Z`));

// On the paper itself, so that no print of it passes for a certificate that stands.
const standing: Readonly<Partial<Record<Certificate['status'], string>>> = {
  issuing: 'Not issued yet',
  replaced: 'Replaced',
  revoked: 'Revoked',
};

/** The certificate itself, as paper: what the screen shows and what the browser's Print prints. */
export function CertificateSheet({ certificate }: { readonly certificate: Certificate }) {
  const { credits, status } = certificate;
  // "… and is awarded" goes on from the title; a designation is a sentence of its own, and comes after.
  const awarded = credits.filter(({ basis }) => basis === 'awarded');
  const designated = credits.filter(({ basis }) => basis !== 'awarded');
  return (
    <article class={`sheet sheet-${densityOf(certificate)}`} aria-label={certificate.heading}>
      <img class="sheet-band" src="/band.svg" alt="" />
      <div class="sheet-main">
        <p class="sheet-provider">{certificate.providerName}</p>
        {certificate.jointProvider && <p class="sheet-joint">Provided jointly with {certificate.jointProvider}</p>}
        <p class="sheet-heading">{certificate.heading}</p>
        {standing[status] && <p class="sheet-standing">{standing[status]}</p>}
        <p class="sheet-quiet">This certifies that</p>
        <p class="sheet-name">{certificate.name}</p>
        <p class="sheet-quiet">has participated in the {certificate.format} titled</p>
        <p class="sheet-title">{certificate.title}</p>
        <p class="sheet-quiet">
          on {day(certificate.participatedOn)}
          {certificate.location && ` · ${certificate.location}`}
        </p>
        <ul class="sheet-credits">
          {[...awarded, ...designated].map(({ creditType, sentence, activityNumber }) => (
            <li key={creditType}>
              <Marked text={sentence} />
              {activityNumber && <small>Activity number {activityNumber}</small>}
            </li>
          ))}
        </ul>
        <p class="sheet-signatory">
          {certificate.signatory.name}
          <small>{certificate.signatory.title}</small>
        </p>
      </div>
      <Side certificate={certificate} awarded={awarded.length > 0} />
      <div class="sheet-statements">
        {certificate.statements.map((statement) => (
          <p key={statement}>
            <Marked text={statement} />
          </p>
        ))}
      </div>
    </article>
  );
}

/** What is looked up rather than read. */
function Side({ certificate, awarded }: { readonly certificate: Certificate; readonly awarded: boolean }) {
  return (
    <div class="sheet-side">
      <img class="sheet-rosette" src="/rosette.svg" alt="" />
      <dl>
        <dt>Certificate number</dt>
        <dd>{certificate.number}</dd>
        <dt>Participated</dt>
        <dd>{day(certificate.participatedOn)}</dd>
        <dt>{awarded ? 'Awarded' : 'Issued'}</dt>
        <dd>{day(certificate.awardedOn)}</dd>
        <dt>Check this certificate</dt>
        <dd class="sheet-address">{certificate.verifyUrl.replace(/^https?:\/\//, '')}</dd>
      </dl>
    </div>
  );
}
