// Loaded before everything else (`node --import`): for this process and its threads it is two days later.
import { syncBuiltinESMExports } from 'node:module';
import threads from 'node:worker_threads';

const ahead = 2 * 24 * 3_600_000;
const RealDate = Date;

globalThis.Date = class extends RealDate {
  constructor(...given) {
    if (given.length === 0) super(RealDate.now() + ahead);
    else super(...given);
  }
  static now() {
    return RealDate.now() + ahead;
  }
};

// Threads are started without the flags of their process.
const RealWorker = threads.Worker;
threads.Worker = class extends RealWorker {
  constructor(file, options) {
    super(file, { ...options, execArgv: ['--import', import.meta.url] });
  }
};
syncBuiltinESMExports();
