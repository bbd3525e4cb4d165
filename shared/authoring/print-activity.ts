import { stringify } from 'yaml';
import type { ActivityContent } from './activity-content.ts';
import { type ActivityDocument, documentOf } from './document-of-activity.ts';

/** Writes a document as an activity file. */
export const printDocument = (document: ActivityDocument): string =>
  stringify(document, { aliasDuplicateObjects: false, lineWidth: 110 });

/** Writes an activity as a file that reads back as the same; the way out of the system for whoever authors in files. */
export const printActivity = (content: ActivityContent): string => printDocument(documentOf(content));
