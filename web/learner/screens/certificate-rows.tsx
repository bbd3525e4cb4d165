import { longDate } from '../../components/dates.ts';
import { Marked } from '../../components/marked.tsx';
import { Tag } from '../../components/tag.tsx';
import type { CertificateEntry } from './credit-words.ts';

/** Certificates as a list; the whole row opens the certificate. */
export function CertificateRows({ entries }: { readonly entries: readonly CertificateEntry[] }) {
  return (
    <ul class="rows">
      {entries.map(({ certificateId, title, awardedOn, words, standing }) => (
        <li key={certificateId}>
          <div class="row">
            <div class="row-words">
              <a href={`/c/${certificateId}`}>{title}</a>
              <div class="quiet small">
                <Marked text={words.join(', ')} />
              </div>
            </div>
            {standing && <Tag tone="bad">{standing === 'revoked' ? 'Revoked' : 'Suspended'}</Tag>}
            <span class="quiet small figure">{longDate(awardedOn)}</span>
          </div>
        </li>
      ))}
    </ul>
  );
}
