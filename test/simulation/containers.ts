import { AsyncLocalStorage } from 'node:async_hooks';
import type { Context, Handler, Ports } from '../../functions/capabilities.ts';

/**
 * Handlers are built once, as in production, over ports that lead to those of the invocation that calls: building one takes
 * as long as running it, and a schedule runs hundreds.
 */
const current = new AsyncLocalStorage<Ports>();

type Method = (...given: readonly unknown[]) => unknown;

function leading(name: keyof Ports, port: object): object {
  const calling =
    (method: string): Method =>
    (...given) => {
      const ports = current.getStore();
      if (!ports) throw new Error(`${name}.${method} is called outside an invocation`);
      return (ports[name] as unknown as Readonly<Record<string, Method>>)[method]?.(...given);
    };
  return Object.fromEntries(Object.keys(port).map((method) => [method, calling(method)]));
}

/** Ports like these, each of which leads to the one of whoever calls. */
function leadingLike(ports: Ports): Ports {
  const log: Ports['log'] = (event) => current.getStore()?.log(event);
  const each = Object.entries(ports).map(([name, port]) => [name, leading(name as keyof Ports, port)]);
  return { ...(Object.fromEntries(each) as unknown as Ports), log, config: ports.config };
}

/** Runs a handler over the ports of an invocation. */
type RunOver = <Event, Result>(
  ports: Ports,
  handler: Handler<Event, Result>,
  event: Event,
  context: Context,
) => Promise<Result>;

/** The warm containers of a world, one for each function: what a handler remembers between two events stays in its world. */
export function createContainers(): RunOver {
  const built = new Map<object, (event: never, context: Context) => unknown>();
  let led: Ports | undefined;
  return <Event, Result>(ports: Ports, handler: Handler<Event, Result>, event: Event, context: Context) => {
    led ??= leadingLike(ports);
    const run = (built.get(handler) ?? handler.using(led)) as ReturnType<typeof handler.using>;
    built.set(handler, run);
    return current.run(ports, () => run(event, context));
  };
}
