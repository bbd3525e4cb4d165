import {
  dataOf,
  isPutOf,
  leavingOut,
  only,
  onlyTable,
  type PlantsByName,
  puttingOtherwise,
  withData,
  writingFirst,
} from './plant.ts';

/** Bugs in what other systems are told. */
export const messagePlants: PlantsByName = {
  'an event is not told in the transaction of what it tells of': {
    finds: /was never told/,
    table: leavingOut((write) => isPutOf('delivery')(write) && write.expect === 'absent'),
  },
  'an event is told before it is written': {
    finds: /was told and never happened/,
    ports: onlyTable(['award-credit'], writingFirst(isPutOf('delivery'))),
  },
  'each try of a message has an id of its own': {
    finds: /was told under \d+ ids/,
    ports: only(['deliver'], ({ poster, ids }) => ({
      poster: {
        post: (message) => poster.post({ ...message, headers: { ...message.headers, 'webhook-id': ids.id() } }),
      },
    })),
  },
  'whatever a receiver answers, it took the message': {
    finds: /was never told/,
    ports: only(['deliver'], ({ poster }) => ({
      poster: {
        async post(message) {
          await poster.post(message);
          return { kind: 'answered', status: 204, excerpt: '' };
        },
      },
    })),
  },
  'a message is given up on at its first trouble': {
    finds: /The message .* is parked/,
    ports: onlyTable(
      ['deliver'],
      puttingOtherwise('delivery', (row) =>
        dataOf(row).status === 'queued' && (dataOf(row).attempts as readonly object[]).length > 0
          ? withData(row, { ...dataOf(row), status: 'parked' })
          : row,
      ),
    ),
  },
};
