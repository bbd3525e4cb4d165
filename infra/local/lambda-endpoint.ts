import { guardedServer } from './parts/guarded-server.ts';
import { close, listen } from './parts/port.ts';
import { readBody } from './parts/read-body.ts';

const largestPayload = 6 * 1024 * 1024;
const invocation = /^\/2015-03-31\/functions\/([^/]+)\/invocations$/;

/**
 * Serves Lambda's Invoke over its wire protocol, so that the command line reaches functions here as it does on AWS. It
 * listens on the loopback address alone and checks no signature: whoever is on this machine is its operator.
 */
export async function startLambdaEndpoint(invoke: (functionName: string, event: unknown) => Promise<unknown>) {
  const server = guardedServer(async (request, response) => {
    const [, name] = invocation.exec(request.url ?? '') ?? [];
    const send = (status: number, body: unknown, headers: Record<string, string> = {}) =>
      response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
    if (request.method !== 'POST' || !name) return send(404, { message: 'Only Invoke is served locally' });
    const body = await readBody(request, largestPayload);
    if (!body) return send(413, { message: 'The payload is larger than 6 MB' });
    try {
      const event: unknown = body.length > 0 ? JSON.parse(body.toString('utf8')) : {};
      return send(200, (await invoke(decodeURIComponent(name), event)) ?? null);
    } catch (error) {
      const { name: errorType, message: errorMessage } = error instanceof Error ? error : new Error(String(error));
      return send(200, { errorType, errorMessage }, { 'x-amz-function-error': 'Unhandled' });
    }
  });
  const port = await listen(server, 0);
  return { endpoint: `http://127.0.0.1:${port}`, stop: () => close(server) };
}
