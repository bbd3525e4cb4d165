import { useState } from 'preact/hooks';
import { hasReached } from '../../../shared/domain/participation.ts';
import { api } from '../../client.ts';
import { LinkButton } from '../../components/button.tsx';
import { profileTo } from '../../components/landing.ts';
import { Page } from '../../components/page.tsx';
import { Loaded, useResource } from '../../components/resource.tsx';
import { useLocation } from '../../components/router.tsx';
import { SignInFirst } from '../../components/sign-in-first.tsx';
import { Award } from '../claim/award.tsx';
import { ClaimForm } from '../claim/claim-form.tsx';
import { Issuing } from '../claim/issuing.tsx';
import type { Activity } from './activity-types.ts';
import { Locked } from './locked-step.tsx';

const title = 'Claim credit';

interface StandingProps {
  readonly loaded: Activity;
  readonly reload: () => void;
}

function Standing({ loaded, reload }: StandingProps) {
  const { path } = useLocation();
  const [newer, setNewer] = useState<Activity>();
  // What the claim itself was answered with: the award is shown without asking how the activity stands now.
  const [issued, setIssued] = useState<string>();
  const activity = newer ?? loaded;
  const { activityId, participation, claimable, moc = [], mocPermission } = activity;
  if (!participation) return <SignInFirst />;
  if (issued) return <Award {...{ activityId, certificateId: issued }} />;
  const { stage, certificateId, tasks } = participation;
  if (!hasReached(stage, 'evaluated'))
    return <Locked {...{ title, activityId }} reasons={tasks.find(({ task }) => task === 'claim')?.reasons ?? []} />;
  if (hasReached(stage, 'issued') && certificateId) return <Award {...{ activityId, certificateId }} />;
  if (hasReached(stage, 'claimed')) return <Issuing activityId={activityId} onChange={setNewer} />;
  const above = <a href={`/a/${activityId}`}>{activity.title}</a>;
  if (!claimable || claimable.length === 0)
    return (
      <Page title={title} above={above}>
        <div class="stack">
          <p class="notice notice-wait">
            {claimable
              ? 'This activity offers no credit for your profession. If your profession is not right, correct it in your profile.'
              : 'Your certificate needs your name, and your profession decides which credit you can claim. Complete your profile first.'}
          </p>
          <div class="actions">
            <LinkButton href={profileTo(path)}>{claimable ? 'Check your profile' : 'Complete your profile'}</LinkButton>
          </div>
        </div>
      </Page>
    );
  return (
    <Page title={title} above={above}>
      <ClaimForm
        {...{ activityId, claimable, moc, mocPermission }}
        onClaimed={(certificateId) => (certificateId ? setIssued(certificateId) : reload())}
      />
    </Page>
  );
}

/** The claim: locked, to be made, on its way, or awarded. */
export function ClaimCredit() {
  const { activityId = '' } = useLocation().params;
  const resource = useResource(
    () => api('GET', '/api/activities/{activityId}', { params: { activityId } }),
    [activityId],
  );
  return <Loaded resource={resource}>{(loaded) => <Standing loaded={loaded} reload={resource.reload} />}</Loaded>;
}
