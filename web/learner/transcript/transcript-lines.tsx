import type { Success } from '../../../shared/api/route.ts';
import type { Routes } from '../../../shared/api/routes.ts';
import { formatCredit } from '../../components/credit.ts';
import { longDate } from '../../components/dates.ts';
import { Marked } from '../../components/marked.tsx';
import { Tag } from '../../components/tag.tsx';

type Line = Success<Routes['getTranscript']>['lines'][number];

const standings = { replaced: 'Replaced', suspended: 'Suspended', revoked: 'Revoked' } as const;

/** Attendance is certified, yet it is no credit and has no amount. */
const credited = ({ basis, amount, creditName }: Line): string =>
  basis === 'awarded' ? `${formatCredit(amount)} ${creditName}` : `Attendance, designated for ${creditName}`;

/** Each credit, newest first, with the certificate that proves it. */
export function TranscriptLines({ lines }: { readonly lines: readonly Line[] }) {
  return (
    <section>
      <h2 id="credits">Credits</h2>
      <ul class="rows" aria-labelledby="credits">
        {lines.map((line) => (
          <li key={`${line.certificateId}${line.creditType}`}>
            <div class="row">
              <div class="row-words">
                <a href={`/c/${line.certificateId}`}>{line.title}</a>
                <div class="quiet small">
                  <Marked text={credited(line)} />
                </div>
                <div class="quiet small">
                  {line.jointProvider ? `${line.provider} with ${line.jointProvider}` : line.provider},{' '}
                  <span class="whole figure">{line.number}</span>
                </div>
              </div>
              {line.standing !== 'valid' && <Tag tone="bad">{standings[line.standing]}</Tag>}
              <span class="quiet small figure">{longDate(line.participatedOn)}</span>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
