import { useState } from 'preact/hooks';
import { mayWriteActivities, type Role } from '../../../shared/domain/staff.ts';
import { api } from '../../client.ts';
import { Button } from '../../components/button.tsx';
import { Confirm } from '../components/confirm.tsx';
import { TextField } from '../components/inputs.tsx';
import { say } from '../components/status-line.tsx';
import { Day } from '../components/time.tsx';
import { useStaff } from '../session.ts';
import type { ActivityLine } from './types.ts';

interface StandingProps {
  readonly activity: ActivityLine;
  readonly changed: () => Promise<unknown>;
}

const why = 'It is kept in the audit trail.';

/** How a published activity stands, and how that is changed: taken off the list, offered again, closed earlier. */
export function Standing({ activity, changed }: StandingProps) {
  const { activityId, title, state, opensOn, closesOn, withdrawnBecause } = activity;
  const mayWrite = (mayWriteActivities as readonly Role[]).includes(useStaff().role);
  const [asking, ask] = useState<'withdraw' | 'reinstate' | 'close'>();
  const [last, setLast] = useState('');
  const close = (): void => ask(undefined);
  const done = (words: string) => async (): Promise<void> => {
    close();
    say(words);
    await changed();
  };
  const params = { activityId };
  return (
    <section class="stack" aria-labelledby="standing-title">
      <h2 id="standing-title">How it stands</h2>
      {state === 'withdrawn' ? (
        <p>Withdrawn: nobody can start it. {withdrawnBecause && `“${withdrawnBecause}”`}</p>
      ) : (
        <p>
          {{ upcoming: 'It opens', open: 'It is open', closed: 'It was open', draft: '', withdrawn: '' }[state]}
          {opensOn && (
            <>
              {' '}
              from <Day of={opensOn} />
            </>
          )}
          {closesOn && (
            <>
              {' '}
              to <Day of={closesOn} />
            </>
          )}
          .
        </p>
      )}
      {mayWrite && (
        <div class="actions">
          {state === 'withdrawn' ? (
            <Button kind="secondary" onClick={() => ask('reinstate')}>
              Offer it again
            </Button>
          ) : (
            <>
              <Button kind="secondary" onClick={() => ask('close')}>
                Change the last day
              </Button>
              <Button kind="secondary" onClick={() => ask('withdraw')}>
                Withdraw
              </Button>
            </>
          )}
        </div>
      )}
      {asking === 'withdraw' && (
        <Confirm
          title={`Withdraw “${title}”?`}
          confirm="Withdraw"
          grave
          reason={why}
          send={({ reason, key }) =>
            api('POST', '/api/admin/activities/{activityId}/withdraw', { params, body: { reason }, key })
          }
          done={done('It is withdrawn.')}
          close={close}
        >
          <p>Nobody can start it anymore. Whoever is under way finishes, and every certificate stays valid.</p>
        </Confirm>
      )}
      {asking === 'reinstate' && (
        <Confirm
          title={`Offer “${title}” again?`}
          confirm="Offer it again"
          reason={why}
          send={({ reason, key }) =>
            api('POST', '/api/admin/activities/{activityId}/reinstate', { params, body: { reason }, key })
          }
          done={done('It is offered again.')}
          close={close}
        >
          <p>From now on it can be started, within its days.</p>
        </Confirm>
      )}
      {asking === 'close' && (
        <Confirm
          title="Change the last day"
          confirm="Change the last day"
          reason={why}
          send={({ reason, key }) =>
            api('POST', '/api/admin/activities/{activityId}/closing', { params, body: { reason, closesOn: last }, key })
          }
          done={done('The last day is changed.')}
          close={close}
        >
          <p>
            The last day on which it can be started, up to the day that its published version states. To close it later
            than that, publish a version that says so.
          </p>
          <TextField label="Last day" name="closesOn" type="date" value={last} set={setLast} />
        </Confirm>
      )}
    </section>
  );
}
