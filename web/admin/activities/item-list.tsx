import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { Button } from '../../components/button.tsx';
import { changedAt, moved, withoutAt } from './list-change.ts';

interface ItemListProps<Item> {
  /** The field of the list, and its id: gaps of the list itself lead here. */
  readonly name: string;
  /** One of them: `Person`. */
  readonly one: string;
  readonly items: readonly Item[];
  readonly set: (items: readonly Item[]) => void;
  /** What a new one begins as. */
  readonly blank: Item;
  /** What the button says: `Add a person`. */
  readonly add: string;
  readonly error?: string | undefined;
  /** What is said while there are none. */
  readonly none?: string;
  readonly children: (item: Item, change: (item: Item) => void, at: number) => ComponentChildren;
}

/** Entries that are added, removed and put in order, by buttons or with Alt and an arrow key. The focus goes with them. */
export function ItemList<Item>(props: ItemListProps<Item>) {
  const { name, one, items, set, blank, add, error, none, children } = props;
  const list = useRef<HTMLDivElement>(null);
  const next = useRef<string | undefined>(undefined);
  const [said, say] = useState('');
  useLayoutEffect(() => {
    if (next.current === undefined) return;
    list.current?.querySelector<HTMLElement>(next.current)?.focus();
    next.current = undefined;
  });
  const move = (from: number, to: number, button?: string): void => {
    if (to < 0 || to >= items.length) return;
    const control = document.activeElement?.id.replace(`${name}-${from}`, `${name}-${to}`);
    next.current = button ? `[data-at="${to}"] [data-does="${button}"]` : control && `#${CSS.escape(control)}`;
    set(moved(items, from, to));
    say(`${one} ${from + 1} is ${one.toLowerCase()} ${to + 1} of ${items.length} now.`);
  };
  const remove = (at: number): void => {
    next.current = items.length > 1 ? `[data-at="${Math.min(at, items.length - 2)}"] [data-does="remove"]` : `#${name}`;
    set(withoutAt(items, at));
    say(`${one} ${at + 1} is removed.`);
  };
  const append = (): void => {
    next.current = `[data-at="${items.length}"] :is(input, select, textarea)`;
    set([...items, blank]);
  };
  const keys = (event: KeyboardEvent, at: number): void => {
    const by = event.altKey ? { ArrowUp: -1, ArrowDown: 1 }[event.key] : undefined;
    if (by === undefined) return;
    event.preventDefault();
    move(at, at + by);
  };
  return (
    <div class={error ? 'items field-bad' : 'items'} ref={list}>
      {error && (
        <p class="field-error" id={`${name}-error`}>
          {error}
        </p>
      )}
      {items.length === 0 && none && <p class="quiet">{none}</p>}
      {items.map((item, at) => (
        <fieldset key={at} class="item" data-at={at} onKeyDown={(event) => keys(event, at)}>
          <legend class="item-name">
            {one} {at + 1}
          </legend>
          <div class="item-actions">
            <ItemButton does="up" what={`${one} ${at + 1}`} off={at === 0} act={() => move(at, at - 1, 'up')} />
            <ItemButton
              does="down"
              what={`${one} ${at + 1}`}
              off={at === items.length - 1}
              act={() => move(at, at + 1, 'down')}
            />
            <ItemButton does="remove" what={`${one} ${at + 1}`} act={() => remove(at)} />
          </div>
          {children(item, (changed) => set(changedAt(items, at, changed)), at)}
        </fieldset>
      ))}
      <div class="actions">
        <Button kind="secondary" id={name} onClick={append}>
          {add}
        </Button>
      </div>
      <p class="visually-hidden" role="status">
        {said}
      </p>
    </div>
  );
}

const words = { up: 'Move up', down: 'Move down', remove: 'Remove', duplicate: 'Duplicate' } as const;

interface ItemButtonProps {
  readonly does: keyof typeof words;
  /** What it is done to, for whoever does not see where the button stands. */
  readonly what: string;
  readonly act: () => void;
  readonly off?: boolean;
}

/** A small button beside an entry. One that would do nothing keeps its place and the focus. */
export const ItemButton = ({ does, what, act, off = false }: ItemButtonProps) => (
  <button
    type="button"
    class="link small"
    data-does={does}
    aria-disabled={off ? 'true' : undefined}
    onClick={off ? undefined : act}
  >
    {words[does]}
    <span class="visually-hidden"> {what}</span>
  </button>
);
