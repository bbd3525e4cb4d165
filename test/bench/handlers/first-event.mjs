// A process of its own for one start: loads a bundle, gives it one event, and says what that took since the process began.
// Plain JavaScript, since reading TypeScript takes as long as what is measured; `getBuiltinModule`, since an import of `node:fs`
// takes longer than the file.
const [bundle, eventFile] = process.argv.slice(2);
const { handler, peer = handler } = await import(bundle);
const event = JSON.parse(process.getBuiltinModule('node:fs').readFileSync(eventFile, 'utf8'));
const result = await peer(event, { awsRequestId: 'first', getRemainingTimeInMillis: () => 20_000 });
const { user, system } = process.cpuUsage();
const took = { cpuMs: (user + system) / 1_000, wallMs: performance.now(), status: result?.statusCode ?? 0 };
// What is still open, such as a connection that is kept for the next event, does not keep the process.
process.stdout.write(`${JSON.stringify(took)}\n`, () => process.exit(0));
