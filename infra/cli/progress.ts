const WIDTH = 24;

/** A bar on a terminal that is written over as it grows, and ended by its last step; nothing where output goes to a file. */
export function progressOn(
  stream: NodeJS.WriteStream,
): ((done: number, total: number, what: string) => void) | undefined {
  if (!stream.isTTY) return undefined;
  return (done, total, what) => {
    const filled = Math.round((WIDTH * done) / Math.max(1, total));
    const bar = `${'█'.repeat(filled)}${'░'.repeat(WIDTH - filled)}`;
    stream.write(
      `\r\u001b[K${bar} ${Math.round((100 * done) / Math.max(1, total))} % ${what}${done >= total ? '\n' : ''}`,
    );
  };
}
