import { createContext } from 'preact';
import { useContext, useEffect, useRef, useState } from 'preact/hooks';
import { controlOf } from '../../components/field-errors.ts';
import type { Desk } from './desk.ts';
import type { Content } from './merge.ts';
import type { Gap } from './types.ts';

export const DeskContext = createContext<Desk | undefined>(undefined);

/** The desk that a section stands on. */
export function useDesk(): Desk {
  const desk = useContext(DeskContext);
  if (!desk) throw new Error('A section is shown without its desk.');
  return desk;
}

/** Draws again when what is watched changes. */
export function useWatch(watch: (watcher: () => void) => () => void, deps: readonly unknown[]): void {
  const [, again] = useState(0);
  useEffect(() => watch(() => again((count) => count + 1)), deps);
}

/** What the last check found. */
export function useGaps(): readonly Gap[] | undefined {
  const desk = useContext(DeskContext);
  useWatch((watcher) => desk?.watchGaps(watcher) ?? (() => undefined), [desk]);
  return desk?.gaps();
}

export interface PartFields {
  readonly content: Content;
  /** Changes some of its fields; what is emptied is gone. */
  readonly set: (change: Content) => void;
  /** What the last check says of each control, by its id. */
  readonly errors: Readonly<Record<string, string>>;
}

const isEmpty = (value: unknown): boolean => value === undefined || value === '';

/** Fields with some of them changed; what is empty is left out, as files leave it out. */
export const withChange = (content: Content, change: Content): Content =>
  Object.fromEntries(
    Object.entries({ ...content, ...change }).filter(([name, value]) => !(name in change && isEmpty(value))),
  );

/** One part of the draft. Whoever uses it is drawn again when that part changes, and for no other. */
export function usePart(part: string): PartFields {
  const { store } = useDesk();
  const gaps = useGaps();
  useWatch((watcher) => store.watch(part, watcher), [store, part]);
  const errors = Object.fromEntries(
    (gaps ?? [])
      .filter((gap) => gap.part === part && gap.severity === 'refuses')
      .map(({ within = '', message, remedy }) => [controlOf(within), `${message} ${remedy}`])
      .toReversed(),
  );
  return {
    content: store.content(part),
    set: (change) => store.change(part, withChange(store.content(part), change)),
    errors,
  };
}

/** A field as text, however it was written. */
export const textOf = (value: unknown): string => (value === undefined || value === null ? '' : String(value));

const isContent = (value: unknown): value is Content =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A list of entries with fields; what is written short, as text, is its `text`. */
export const entriesOf = (value: unknown): readonly Content[] =>
  Array.isArray(value) ? value.map((item) => (isContent(item) ? item : { text: textOf(item) })) : [];

/** A list of texts. */
export const textsOf = (value: unknown): readonly string[] => (Array.isArray(value) ? value.map(textOf) : []);

/** What was typed as a number where it is one; else as it was typed, for the check to say what is wrong with it. */
export const numberOf = (text: string): unknown =>
  /^\d+(\.\d+)?$/.test(text) && String(Number(text)) === text ? Number(text) : text;

/** What was there last, while it is asked for again: a page that follows what is typed must not flicker. */
export function useShown<T>(latest: T | undefined): T | undefined {
  const shown = useRef(latest);
  if (latest !== undefined) shown.current = latest;
  return shown.current;
}
