import type { ComponentChildren } from 'preact';
import { Tag } from '../../components/tag.tsx';
import { Time } from '../components/time.tsx';
import { type Batch, type Change, statusNames, statusTones } from './words.ts';

interface DecisionFactsProps {
  readonly of: Change | Batch;
  readonly children?: ComponentChildren;
}

/** How something stands, why it was asked for, by whom, and who decided. */
export function DecisionFacts({ of, children }: DecisionFactsProps) {
  const { status, reason, proposed, proposedAt, decided, decidedAt, rejectedBecause } = of;
  return (
    <dl class="facts">
      <dt>Standing</dt>
      <dd>
        <Tag tone={statusTones[status]}>{statusNames[status]}</Tag>
      </dd>
      {children}
      <dt>Reason</dt>
      <dd dir="auto">{reason}</dd>
      <dt>Asked by</dt>
      <dd>
        {proposed.name}, <Time of={proposedAt} />
      </dd>
      {decided && decidedAt && (
        <>
          <dt>{status === 'rejected' ? 'Rejected by' : 'Approved by'}</dt>
          <dd>
            {decided.by === proposed.by && status !== 'rejected'
              ? `${decided.name} (needs one person only)`
              : decided.name}
            , <Time of={decidedAt} />
          </dd>
        </>
      )}
      {rejectedBecause && (
        <>
          <dt>Rejected because</dt>
          <dd dir="auto">{rejectedBecause}</dd>
        </>
      )}
    </dl>
  );
}
