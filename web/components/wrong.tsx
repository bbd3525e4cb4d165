import type { Problem } from '../../shared/api/problem.ts';
import { ErrorSummary } from './error-summary.tsx';
import { ProblemNotice } from './problem-notice.tsx';

/** What came back from a form: fields to mend, or what else went wrong. It takes the focus, wherever the form was sent from. */
export const Wrong = ({ problem }: { readonly problem: Problem | undefined }) =>
  problem &&
  (problem.status === 422 ? <ErrorSummary problem={problem} /> : <ProblemNotice problem={problem} focused />);
