import { useState } from 'preact/hooks';
import { api } from '../../client.ts';
import { Button } from '../../components/button.tsx';
import { Confirm } from '../components/confirm.tsx';
import { say } from '../components/status-line.tsx';
import type { Learner } from './use-learner.ts';
import { nameOf } from './words.ts';

interface SignOutProps {
  readonly learner: Learner;
}

/** Signs a learner out everywhere, who lost a device and may have none left to do it with. */
export function SignOut({ learner }: SignOutProps) {
  const [asking, setAsking] = useState(false);
  const params = { learnerId: learner.learnerId };
  const name = nameOf(learner);
  return (
    <>
      <Button kind="secondary" onClick={() => setAsking(true)}>
        Sign out everywhere
      </Button>
      {asking && (
        <Confirm
          title={`Sign ${name} out everywhere?`}
          confirm="Sign out"
          send={({ key }) => api('POST', '/api/admin/learners/{learnerId}/sessions/end', { params, key })}
          done={({ ended }) => {
            setAsking(false);
            say(ended === 0 ? `${name} was not signed in anywhere.` : `${name} is signed out everywhere.`);
          }}
          close={() => setAsking(false)}
        >
          <p>
            For a device that was lost or stolen. They keep their account, and sign in anew with a code. If somebody
            else reads their mail, that person can too: then add an address that is theirs alone.
          </p>
        </Confirm>
      )}
    </>
  );
}
