import { Button } from '../../components/button.tsx';
import { timeOfDay } from '../../components/dates.ts';
import type { AnswerSheet } from './use-answers.ts';

/** Says whether the answers are saved. A failure says where they are meanwhile. */
export function SaveState({ saving, retry }: Pick<AnswerSheet, 'saving' | 'retry'>) {
  return (
    <div class="save-state">
      <p role="status" class={saving.state === 'failed' ? 'save-failed' : 'quiet small figure'}>
        {saving.state === 'saving' && 'Saving…'}
        {saving.state === 'saved' && `Saved ${timeOfDay(saving.at)}`}
        {saving.state === 'failed' && 'Not saved yet. Your answers are kept in this browser and sent again.'}
      </p>
      {saving.state === 'failed' && (
        <Button kind="quiet" onClick={retry}>
          Save now
        </Button>
      )}
    </div>
  );
}
