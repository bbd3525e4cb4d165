import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What a function did when it was invoked: returned, or threw. */
export type Result = { readonly returned: unknown } | { readonly threw: { errorType: string; errorMessage: string } };

/** A host that serves functions by Lambda's wire protocol and remembers what it was asked. */
export async function startHost(functions: Readonly<Record<string, (input: never) => Result>>) {
  const invoked: { readonly name: string; readonly input: unknown }[] = [];
  const server: Server = createServer(async (request, response) => {
    const [, name = ''] = /^\/2015-03-31\/functions\/([^/]+)\/invocations$/.exec(request.url ?? '') ?? [];
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const input = JSON.parse(Buffer.concat(chunks).toString('utf8')) as never;
    invoked.push({ name, input });
    const run = functions[name];
    if (!run) return void response.writeHead(404).end('{"Type":"User","Message":"Function not found"}');
    const result = run(input);
    if ('threw' in result)
      return void response.writeHead(200, { 'x-amz-function-error': 'Unhandled' }).end(JSON.stringify(result.threw));
    response.writeHead(200).end(JSON.stringify(result.returned));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    endpoint: `http://127.0.0.1:${port}`,
    invoked,
    stop: () =>
      new Promise<void>((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}
