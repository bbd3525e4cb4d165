import type { Instant } from '../../shared/domain/kinds.ts';
import {
  bodyOf,
  type Delivery,
  type DeliveryKey,
  deliveryIdOf,
  deliveryKeyOf,
  type WebhookEndpoint,
  type WebhookEvent,
  type WebhookSecrets,
} from '../../shared/domain/webhook.ts';
import type { Clock, Ids, Table, Write } from '../../shared/ports.ts';
import { entities, shardOf, workIndex } from '../../shared/table.ts';
import { cursorAfter } from '../adapters/cursor.ts';
import { indexPage, type Listed, type PageAsked } from './index-page.ts';
import { held, parked, putRow, type Stored } from './rows.ts';

/** Who wants to be told of what, and the messages to them. */
export interface Webhooks {
  endpoints(): Promise<readonly Stored<WebhookEndpoint>[]>;
  endpoint(endpointId: string): Promise<Stored<WebhookEndpoint> | undefined>;
  putEndpoint(endpoint: WebhookEndpoint, before?: Stored<WebhookEndpoint>): Write;
  secrets(endpointId: string): Promise<Stored<WebhookSecrets> | undefined>;
  putSecrets(endpointId: string, secrets: WebhookSecrets, before?: Stored<WebhookSecrets>): Write;
  /**
   * The writes that ask for an event to be told to whoever wants it, in the transaction of what it tells of: none where
   * nobody does, so that a provider without webhooks pays one read and no write.
   */
  announce(type: WebhookEvent, data: object): Promise<readonly Write[]>;
  delivery(key: DeliveryKey): Promise<Stored<Delivery> | undefined>;
  putDelivery(delivery: Delivery, before: Stored<Delivery>): Write;
  /** Messages to an endpoint that are due now, oldest first. The index lags: read the row before acting on it. */
  due(endpointId: string, limitPerShard: number): Promise<readonly DeliveryKey[]>;
  /** Messages that wait for staff, longest first. */
  parked(page: PageAsked): Promise<Listed<Delivery>>;
  /** Messages that wait for their turn, the next first: a read a shard and endpoint, of which there are ten at most. */
  waiting(page: PageAsked): Promise<Listed<Delivery>>;
  /** Messages to an endpoint, newest first: one read a shard, however many there are. */
  deliveries(endpointId: string, page: PageAsked): Promise<Listed<Delivery>>;
}

const shards = [...Array(workIndex.shards).keys()];
/** Each endpoint has partitions of its own, so that one that does not answer keeps nobody else's messages waiting. */
const duePk = (endpointId: string, shard: number): string => `${workIndex.due('delivery', shard)}#${endpointId}`;
const TIME_DIGITS = 9;

const placeOf = (delivery: Delivery) => {
  const { status, dueAt, endpointId, messageId } = delivery;
  const id = deliveryIdOf(delivery);
  if (status === 'queued') return { workPk: duePk(endpointId, shardOf(messageId)), workSk: `${dueAt}#${id}` };
  return status === 'parked' ? parked('delivery', id, dueAt) : {};
};

export function webhooks({ table, clock, ids }: { table: Table; clock: Clock; ids: Ids }): Webhooks {
  const endpointKey = (endpointId: string) => entities.webhookEndpoint.keyOf({ endpointId });
  const secretKey = (endpointId: string) => entities.webhookSecret.keyOf({ endpointId });
  const deliveryKey = ({ endpointId, messageId }: DeliveryKey) =>
    entities.delivery.keyOf({ endpointId, shard: shardOf(messageId), messageId });
  const putDelivery = (delivery: Delivery, before?: Stored<Delivery>): Write =>
    putRow(deliveryKey(delivery), 'delivery', delivery, before, placeOf(delivery));

  const endpoints: Webhooks['endpoints'] = async () => {
    const { rows } = await table.query({ pk: endpointKey('-').pk });
    return rows.flatMap((row) => held<WebhookEndpoint>(row) ?? []);
  };

  /** Ids of messages begin with the time, so that they sort by it. */
  const messageId = (now: Instant): string => `${Date.parse(now).toString(36).padStart(TIME_DIGITS, '0')}-${ids.id()}`;
  const asked = (id: string, endpointId: string, type: WebhookEvent, body: string): Write => {
    const now = clock.now();
    const fresh = { status: 'queued', createdAt: now, dueAt: now, tries: 0, attempts: [] } as const;
    return putDelivery({ messageId: id, endpointId, type, body, ...fresh });
  };

  return {
    endpoints,
    endpoint: async (endpointId) => held<WebhookEndpoint>(await table.get(endpointKey(endpointId))),
    putEndpoint: (endpoint, before) => putRow(endpointKey(endpoint.endpointId), 'webhookEndpoint', endpoint, before),
    secrets: async (endpointId) => held<WebhookSecrets>(await table.get(secretKey(endpointId))),
    putSecrets: (endpointId, secrets, before) => putRow(secretKey(endpointId), 'webhookSecret', secrets, before),
    announce: async (type, data) => {
      const wanting = (await endpoints()).filter(
        ({ value: { status, events } }) => status === 'enabled' && events.includes(type),
      );
      if (wanting.length === 0) return [];
      const now = clock.now();
      const id = messageId(now);
      const body = bodyOf(type, now, data);
      return wanting.map(({ value: { endpointId } }) => asked(id, endpointId, type, body));
    },
    delivery: async (key) => held<Delivery>(await table.get(deliveryKey(key))),
    putDelivery,
    due: async (endpointId, limit) => {
      const until = `${clock.now()}~`;
      const pages = await Promise.all(
        shards.map((shard) => table.queryWork({ workPk: duePk(endpointId, shard), until, limit })),
      );
      return pages
        .flatMap(({ rows }) => rows)
        .toSorted((a, b) => ((a.workSk ?? '') < (b.workSk ?? '') ? -1 : 1))
        .flatMap(({ workSk = '' }) => deliveryKeyOf(workSk.slice(workSk.indexOf('#') + 1)) ?? []);
    },
    parked: (page) => indexPage(table, [workIndex.parked('delivery')], page),
    waiting: async (page) => {
      const partitions = (await endpoints()).flatMap(({ value: { endpointId } }) =>
        shards.map((shard) => duePk(endpointId, shard)),
      );
      return indexPage(table, partitions, page);
    },
    deliveries: async (endpointId, { limit, cursor }) => {
      const pages = await Promise.all(
        shards.map((shard) =>
          table.query({
            ...{ pk: entities.delivery.keyOf({ endpointId, shard, messageId: '-' }).pk, limit, newestFirst: true },
            ...(cursor && { cursor }),
          }),
        ),
      );
      const rows = pages.flatMap((page) => page.rows).toSorted((a, b) => (a.sk > b.sk ? -1 : 1));
      const shown = rows.slice(0, limit);
      const last = rows.length >= limit ? shown.at(-1)?.sk : undefined;
      return {
        items: shown.flatMap((row) => held<Delivery>(row)?.value ?? []),
        ...(last !== undefined && { cursor: cursorAfter(last) }),
      };
    },
  };
}
