import { useState } from 'preact/hooks';
import { api } from '../../client.ts';
import { Loaded, useResource } from '../../components/resource.tsx';
import { useLocation } from '../../components/router.tsx';
import { SignedIn } from '../../components/signed-in.tsx';
import { AttemptInProgress } from '../attempt/attempt-in-progress.tsx';
import { Grading } from '../attempt/grading.tsx';
import { AttemptResult } from '../attempt/result.tsx';
import type { Attempt } from './activity-types.ts';

interface StandingProps {
  readonly learnerId: string;
  readonly loaded: Attempt;
  readonly reload: () => void;
}

/** Shows an attempt as it stands, and goes on with every newer answer about it. */
function Standing({ learnerId, loaded, reload }: StandingProps) {
  // Whether it was answered before this visit is known only once, when it is opened.
  const [resumed] = useState(Object.keys(loaded.answers ?? {}).length > 0);
  const [newer, setNewer] = useState<Attempt>();
  const attempt = newer ?? loaded;
  if (attempt.status === 'in-progress')
    return (
      <AttemptInProgress
        learnerId={learnerId}
        attempt={attempt}
        resumed={resumed}
        onChange={setNewer}
        onEnded={reload}
      />
    );
  if (attempt.status === 'grading') return <Grading attempt={attempt} onChange={setNewer} />;
  return <AttemptResult attempt={attempt} />;
}

/** An attempt: its questions, its grading, its result. */
export function AttemptScreen() {
  const { attemptId = '' } = useLocation().params;
  const resource = useResource(() => api('GET', '/api/attempts/{attemptId}', { params: { attemptId } }), [attemptId]);
  return (
    <Loaded resource={resource}>
      {(loaded) => (
        <SignedIn>
          {({ learnerId }) => (
            <Standing
              key={`${attemptId}-${loaded.status}`}
              learnerId={learnerId}
              loaded={loaded}
              reload={resource.reload}
            />
          )}
        </SignedIn>
      )}
    </Loaded>
  );
}
