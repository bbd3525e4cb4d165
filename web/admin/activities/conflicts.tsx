import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { Button } from '../../components/button.tsx';
import { timeOfDay } from '../../components/dates.ts';
import { fieldNames } from './field-names.ts';
import type { Conflict } from './merge.ts';
import { useDesk, useWatch } from './use-desk.ts';

const nameOf = (field: string): string => fieldNames[field] ?? field;

/** A value as somebody reads it who has to choose between two. */
function inWords(value: unknown): string {
  if (value === undefined) return '(empty)';
  if (Array.isArray(value)) return value.map((item) => `• ${inWords(item)}`).join('\n');
  if (typeof value === 'object' && value !== null) return Object.values(value).map(inWords).join(', ');
  return value === true ? 'yes' : String(value);
}

/** That somebody else saved the same field first: who and when, both ways of it, and which shall stay. */
export function Conflicts() {
  const { store } = useDesk();
  useWatch((watcher) => store.watch('conflicts', watcher), [store]);
  return (
    <div role="alert">
      {store.conflicts().map((conflict) => (
        <ConflictNotice
          key={conflict.part}
          conflict={conflict}
          resolve={(choice) => store.resolve(conflict.part, choice)}
        >
          Everything else is saved, theirs and yours. Yours is kept in this browser until you choose.
        </ConflictNotice>
      ))}
    </div>
  );
}

interface ConflictNoticeProps {
  readonly conflict: Conflict;
  readonly resolve: (choice: 'mine' | 'theirs') => void;
  /** What becomes of everything else, and of this until somebody chooses. */
  readonly children: ComponentChildren;
}

/** One of them: of a part of the draft, or of something that all drafts share. */
export function ConflictNotice({ conflict, resolve, children }: ConflictNoticeProps) {
  const { fields, mine, theirs } = conflict;
  const [both, setBoth] = useState(false);
  return (
    <section class="notice notice-wait conflict" aria-label="Changed by somebody else too">
      <p class="notice-title">
        {theirs.savedBy ?? 'Somebody else'} changed this too
        {theirs.savedAt && `, and saved it at ${timeOfDay(theirs.savedAt)}`}
      </p>
      <p>
        You both changed: {fields.map(nameOf).join(', ')}. {children}
      </p>
      {both && (
        <dl class="both">
          {fields.map((field) => (
            <div key={field}>
              <dt>{nameOf(field)}</dt>
              <dd>
                <strong>Theirs</strong>
                <pre>{inWords(theirs.content[field])}</pre>
              </dd>
              <dd>
                <strong>Yours</strong>
                <pre>{inWords(mine[field])}</pre>
              </dd>
            </div>
          ))}
        </dl>
      )}
      <div class="actions">
        <Button onClick={() => resolve('mine')}>Keep mine</Button>
        <Button kind="secondary" onClick={() => resolve('theirs')}>
          Take theirs
        </Button>
        <Button kind="quiet" onClick={() => setBoth(!both)}>
          {both ? 'Hide both' : 'See both'}
        </Button>
      </div>
    </section>
  );
}
