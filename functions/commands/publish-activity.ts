import type { ActivityContent } from '../../shared/authoring/activity-content.ts';
import { type Published, publishActivity } from '../activities/publish.ts';
import { s3Documents } from '../adapters/s3-documents.ts';
import { handlerOver } from '../capabilities.ts';
import { againAfterLostRaces } from '../races.ts';

/** Publishes an activity that a file describes, as its next version. Only staff's roles may invoke it. */
export const handler = handlerOver(
  { documents: s3Documents },
  (capabilities) =>
    (event: unknown): Promise<Published> =>
      againAfterLostRaces(() => publishActivity(event as ActivityContent, { by: 'staff' }, capabilities)),
);
