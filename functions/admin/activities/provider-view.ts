import type { KeptDrawing, KeptProvider } from '../../records/providers.ts';
import type { Stored } from '../../records/rows.ts';
import type { NameOf } from './views.ts';

/** A provider with its drawings and their revisions. */
export const providerView = (
  { rev, value }: Stored<KeptProvider>,
  drawings: readonly Stored<KeptDrawing>[],
  nameOf: NameOf,
) => ({
  ...{ providerId: value.providerId, rev, fields: value.fields },
  drawings: Object.fromEntries(drawings.map((kept) => [kept.value.drawing, { rev: kept.rev, svg: kept.value.svg }])),
  ...{ savedAt: value.savedAt, savedBy: nameOf(value.savedBy) },
});
