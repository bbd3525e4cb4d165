import { api } from '../../client.ts';
import { usePolling } from '../../components/polling.ts';
import type { Attempt } from '../screens/activity-types.ts';
import { AttemptAbove } from './attempt-above.tsx';
import { gradingText } from './grading-pace.ts';
import { Waiting } from './waiting.tsx';

interface GradingProps {
  readonly attempt: Attempt;
  readonly onChange: (attempt: Attempt) => void;
}

/** Waits for the grade, and says how long it may take. Nothing is lost by leaving. */
export function Grading({ attempt, onChange }: GradingProps) {
  const { attemptId, activityId } = attempt;
  const elapsed = usePolling(true, async () => {
    const result = await api('GET', '/api/attempts/{attemptId}', { params: { attemptId } });
    if (result.ok && result.body.status !== 'grading') onChange(result.body);
    return result;
  });
  return (
    <Waiting
      title="Grading"
      place={`/attempts/${attemptId}/grading`}
      above={<AttemptAbove attempt={attempt} />}
      text={gradingText(elapsed)}
    >
      <a href={`/a/${activityId}`}>Go to the activity page</a>
    </Waiting>
  );
}
