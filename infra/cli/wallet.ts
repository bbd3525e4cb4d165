import { progressOn } from './progress.ts';
import { run } from './run.ts';

const progress = progressOn(process.stderr);
process.exitCode = await run(process.argv.slice(2), {
  print: (line) => console.log(line),
  complain: (line) => console.error(line),
  ...(progress && { progress }),
});
