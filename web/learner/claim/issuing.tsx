import { api } from '../../client.ts';
import { usePolling } from '../../components/polling.ts';
import { issuingText } from '../attempt/grading-pace.ts';
import { Waiting } from '../attempt/waiting.tsx';
import type { Activity } from '../screens/activity-types.ts';

interface IssuingProps {
  readonly activityId: string;
  readonly onChange: (activity: Activity) => void;
}

/** Waits for the certificate of a claim that is recorded. Nothing is lost by leaving. */
export function Issuing({ activityId, onChange }: IssuingProps) {
  const elapsed = usePolling(true, async () => {
    const result = await api('GET', '/api/activities/{activityId}', { params: { activityId } });
    if (result.ok) onChange(result.body);
    return result;
  });
  return (
    <Waiting
      title="Claim credit"
      place={`/a/${activityId}/issuing`}
      above={<a href={`/a/${activityId}`}>Back to the activity</a>}
      text={issuingText(elapsed)}
    >
      <a href="/wallet">Go to your Learner dashboard</a>
    </Waiting>
  );
}
