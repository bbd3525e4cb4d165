/**
 * Stands in for `@smithy/core/event-streams` in the bundles: what the SDK would read and write streams of events by, of which
 * no request of ours is one. 15 KiB of each function.
 */
export class EventStreamSerde {
  constructor() {
    throw new Error('No request of this software is a stream of events');
  }
}
export const eventStreamSerdeProvider = undefined;
export const resolveEventStreamSerdeConfig = <Config>(config: Config): Config => config;
