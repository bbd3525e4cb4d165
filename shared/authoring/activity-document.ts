import type { ActivityContent } from './activity-content.ts';
import { readActivity } from './activity-in-file.ts';
import { type AuthoredDocument, type DocumentFault, DocumentSource } from './document-source.ts';

/** What a draft says so far, as far as it can be read, and everything that keeps it from being published or advises on it. */
export interface ReadDraft {
  readonly content: ActivityContent;
  readonly faults: readonly DocumentFault[];
}

/** A draft, the providers that it may name, and when it would be published. */
export type DraftToRead = Parameters<typeof readActivity>[1] & {
  /** The fields of an activity file as JSON (docs/samples.md); `provider` may be the id of one. */
  readonly document: unknown;
  readonly providers: ReadonlyMap<string, AuthoredDocument>;
};

/** Reads and checks a draft by the very code that reads activity files. */
export function readDraft({ document, providers, ...circumstances }: DraftToRead): ReadDraft {
  const source = new DocumentSource({ fields: document }, providers);
  const content = readActivity(source, circumstances);
  return { content, faults: source.found };
}
