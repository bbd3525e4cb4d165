import type { AuthoredDocument } from '../../shared/authoring/document-source.ts';
import type { PartContent } from '../../shared/authoring/draft-parts.ts';
import type { Instant } from '../../shared/domain/kinds.ts';
import type { Row, Table, Write } from '../../shared/ports.ts';
import { entities } from '../../shared/table.ts';
import { held, putRow, type Stored } from './rows.ts';

interface Saved {
  readonly savedAt: Instant;
  readonly savedBy: string;
}

/** What a provider says of itself, as `provider:` of an activity file has it. */
export interface KeptProvider extends Saved {
  readonly providerId: string;
  readonly fields: PartContent;
}

/** A drawing that a provider's theme names. */
export interface KeptDrawing extends Saved {
  readonly drawing: string;
  readonly svg: string;
}

/** Questions of evaluations under a name, as `evaluation:` of an activity file has them. */
export interface EvaluationSet extends Saved {
  readonly setId: string;
  readonly name: string;
  readonly questions: readonly PartContent[];
}

/** What drafts name and take copies of: who provides activities, with their drawings, and sets of evaluation questions. */
export interface Providers {
  list(): Promise<readonly Stored<KeptProvider>[]>;
  byId(providerId: string): Promise<Stored<KeptProvider> | undefined>;
  put(provider: KeptProvider, before?: Stored<KeptProvider>): Write;
  drawings(providerId: string): Promise<readonly Stored<KeptDrawing>[]>;
  drawing(providerId: string, drawing: string): Promise<Stored<KeptDrawing> | undefined>;
  putDrawing(providerId: string, drawing: KeptDrawing, before?: Stored<KeptDrawing>): Write;
  /** A provider with its drawings, as a draft that names it is read; nothing where there is none. */
  document(providerId: string): Promise<AuthoredDocument | undefined>;
  sets(): Promise<readonly Stored<EvaluationSet>[]>;
  set(setId: string): Promise<Stored<EvaluationSet> | undefined>;
  putSet(set: EvaluationSet, before?: Stored<EvaluationSet>): Write;
}

type InText<Thing, Name extends keyof Thing> = Omit<Thing, Name> & { readonly json: string };

// As text, for the same reason as the parts of drafts.
const openProvider = (row: Row | undefined): Stored<KeptProvider> | undefined => {
  const stored = held<InText<KeptProvider, 'fields'>>(row);
  if (!stored) return undefined;
  const { json, ...rest } = stored.value;
  return { rev: stored.rev, value: { ...rest, fields: JSON.parse(json) } };
};
const openSet = (row: Row | undefined): Stored<EvaluationSet> | undefined => {
  const stored = held<InText<EvaluationSet, 'questions'>>(row);
  if (!stored) return undefined;
  const { json, ...rest } = stored.value;
  return { rev: stored.rev, value: { ...rest, questions: JSON.parse(json) } };
};

export function providers({ table }: { table: Table }): Providers {
  const byId: Providers['byId'] = async (providerId) =>
    openProvider(await table.get(entities.provider.keyOf({ providerId })));
  const drawings: Providers['drawings'] = async (providerId) => {
    const { rows } = await table.query({ pk: entities.drawing.keyOf({ providerId, drawing: '-' }).pk });
    return rows.flatMap((row) => held<KeptDrawing>(row) ?? []);
  };
  return {
    list: async () => (await table.query({ pk: entities.provider.pk })).rows.flatMap((row) => openProvider(row) ?? []),
    byId,
    put: ({ fields, ...provider }, before) => {
      const row: InText<KeptProvider, 'fields'> = { ...provider, json: JSON.stringify(fields) };
      return putRow(entities.provider.keyOf(provider), 'provider', row, before);
    },
    drawings,
    drawing: async (providerId, drawing) =>
      held<KeptDrawing>(await table.get(entities.drawing.keyOf({ providerId, drawing }))),
    putDrawing: (providerId, drawing, before) =>
      putRow(entities.drawing.keyOf({ providerId, drawing: drawing.drawing }), 'drawing', drawing, before),
    document: async (providerId) => {
      const [provider, drawn] = await Promise.all([byId(providerId), drawings(providerId)]);
      if (!provider) return undefined;
      return {
        fields: provider.value.fields,
        files: Object.fromEntries(drawn.map(({ value }) => [value.drawing, value.svg])),
      };
    },
    sets: async () => (await table.query({ pk: entities.evaluationSet.pk })).rows.flatMap((row) => openSet(row) ?? []),
    set: async (setId) => openSet(await table.get(entities.evaluationSet.keyOf({ setId }))),
    putSet: ({ questions, ...set }, before) => {
      const row: InText<EvaluationSet, 'questions'> = { ...set, json: JSON.stringify(questions) };
      return putRow(entities.evaluationSet.keyOf(set), 'evaluationSet', row, before);
    },
  };
}
