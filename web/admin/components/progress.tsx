interface ProgressProps {
  /** What is under way: `Checking rows`. */
  readonly label: string;
  readonly done: number;
  readonly of: number;
}

const figure = (count: number): string => count.toLocaleString('en-US');

/** How far something has come, as a bar and in figures. Read out in tenths, so that it does not talk without end. */
export function Progress({ label, done, of }: ProgressProps) {
  const tenths = of === 0 ? 10 : Math.floor((done / of) * 10);
  return (
    <div class="progress">
      <p class="figure">
        {label}: {figure(done)} of {figure(of)}
      </p>
      <progress aria-label={label} max={of} value={done} />
      <span class="visually-hidden" role="status">
        {label}: {tenths * 10} percent
      </span>
    </div>
  );
}
