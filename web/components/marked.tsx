import { runsOf } from '../../shared/domain/run.ts';

/** A sentence with the AMA's mark in italics wherever it stands, as the AMA requires. */
export function Marked({ text }: { readonly text: string }) {
  return <>{runsOf(text).map((run) => (run.italic ? <i key={run.text}>{run.text}</i> : run.text))}</>;
}
