import { mocPhrase } from '../../../shared/domain/moc.ts';
import { api } from '../../client.ts';
import { LinkButton } from '../../components/button.tsx';
import { creditPhrase } from '../../components/credit.ts';
import { Marked } from '../../components/marked.tsx';
import { Page } from '../../components/page.tsx';
import { usePolling } from '../../components/polling.ts';
import { Loaded, useResource } from '../../components/resource.tsx';
import { AwardMail } from '../screens/award-mail.tsx';

/** The award: how much, the certificate, and where the e-mail about it stands. */
export function Award({ activityId, certificateId }: { readonly activityId: string; readonly certificateId: string }) {
  const resource = useResource(
    () => api('GET', '/api/certificates/{certificateId}', { params: { certificateId } }),
    [certificateId],
  );
  const { body } = resource;
  usePolling(body !== undefined && (!body.mail || body.mail.status === 'queued'), resource.reload);
  return (
    <Loaded resource={resource}>
      {(certificate) => {
        const { credits, title, moc = [] } = certificate;
        const awarded = credits.some(({ basis }) => basis === 'awarded');
        return (
          <Page
            title={awarded ? 'Your credit has been awarded' : 'Your participation is certified'}
            place={`/c/${certificateId}/award`}
            above={<a href={`/a/${activityId}`}>{title}</a>}
          >
            <div class="stack">
              <ul class="card award">
                {credits.map(({ creditType, names, basis, amount, sentence }) => (
                  <li key={creditType}>
                    <Marked text={basis === 'awarded' ? creditPhrase(names, amount) : `${sentence}.`} />
                  </li>
                ))}
              </ul>
              {moc.length > 0 && (
                <p>
                  Your claim qualifies for {moc.map(mocPhrase).join(' and ')}, which the provider reports. They count
                  once your board shows them in your record.
                </p>
              )}
              <p>Your certificate is ready, and it is kept here for good.</p>
              <div class="actions">
                <LinkButton href={`/c/${certificateId}`}>Open your certificate</LinkButton>
                <LinkButton kind="secondary" href="/wallet">
                  Learner dashboard
                </LinkButton>
              </div>
              <p class="award-mail">
                <AwardMail certificate={certificate} reload={resource.reload} />
              </p>
            </div>
          </Page>
        );
      }}
    </Loaded>
  );
}
