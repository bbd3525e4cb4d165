import { Tag, type Tone } from '../../components/tag.tsx';
import type { ActivityLine } from './types.ts';

/** States as they are called, and their tones. */
export const states: Readonly<Record<ActivityLine['state'], { readonly name: string; readonly tone: Tone }>> = {
  draft: { name: 'Draft', tone: 'quiet' },
  upcoming: { name: 'Upcoming', tone: 'wait' },
  open: { name: 'Open', tone: 'good' },
  closed: { name: 'Closed', tone: 'quiet' },
  withdrawn: { name: 'Withdrawn', tone: 'bad' },
};

/** How an activity stands, and whether its draft says something that is not published. */
export function StateTag({ activity }: { readonly activity: Pick<ActivityLine, 'state' | 'unpublished'> }) {
  const { name, tone } = states[activity.state];
  return (
    <span class="states">
      <Tag tone={tone}>{name}</Tag>
      {activity.unpublished && activity.state !== 'draft' && <Tag tone="wait">Unpublished changes</Tag>}
    </span>
  );
}
