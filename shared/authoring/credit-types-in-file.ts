import { type SettablePart, settableParts } from '../domain/built-in-credit-types.ts';
import { alike } from '../domain/canonical-json.ts';
import type { CreditType } from '../domain/credit-rule.ts';
import { creditTypeIds, frozen, knownType, settableOf } from '../domain/credit-type.ts';
import type { CreditTypeId } from '../domain/kinds.ts';
import { professions } from '../domain/learner.ts';
import { given } from './exact.ts';
import type { Mapping } from './mapping.ts';
import { type Finding, finding } from './rules/rule.ts';

/** How the parts of a rule are called in a file, where not as in the rule. */
const fieldOf = (part: SettablePart): string => (part === 'awardedTo' ? 'for' : part);

/** What a provider says of a kind of credit where it says nothing else: for everyone, and never more than was taken. */
const ownDefaults = {
  unit: 'credit',
  step: 25,
  rounding: 'down',
  minutes: 60,
  claiming: 'commensurate',
  awardedTo: 'everyone',
  others: 'refused',
} as const;

type Parts = Partial<Pick<CreditType, SettablePart>>;

function readParts(entry: Mapping): Parts {
  const number = entry.maybeText('number');
  const audience = entry.choices('for', professions);
  return given({
    ...{ name: entry.maybeText('name'), plural: entry.maybeText('plural'), unit: entry.maybeText('unit') },
    ...{ step: entry.maybeHundredths('step'), minutes: entry.maybeWhole('minutes') },
    rounding: entry.maybeChoice('rounding', ['nearest', 'down']),
    claiming: entry.maybeChoice('claiming', ['commensurate', 'whole']),
    awardedTo: audience.length > 0 ? audience : undefined,
    others: entry.maybeChoice('others', ['attendance', 'refused']),
    most: entry.maybeHundredths('most'),
    number: number === undefined ? undefined : { name: number, example: '2026-0001' },
    designation: entry.maybeText('designation'),
  });
}

/** Names that would be taken for the AMA's mark, or that the AMA and the ACCME forbid (cme.md 1b, "AMA mark"). */
const reserved = /\bAMA\b|\bACCME\b|Category 1/i;

interface Entry {
  readonly field: string;
  readonly rule: CreditType;
  readonly faults: readonly Finding[];
}

function faultsOfParts(field: string, { name, plural, unit, step, minutes }: Parts): readonly Finding[] {
  const fault = (part: SettablePart, message: string, remedy: string): Finding =>
    finding(`${field}.${fieldOf(part)}`, message, remedy);
  const named = [name, plural].find((text) => text !== undefined && reserved.test(text));
  return [
    ...(step === 0 ? [fault('step', 'Nobody can claim in steps of 0.', 'Write a step, like 0.25.')] : []),
    ...(minutes === 0 ? [fault('minutes', 'A credit stands for 0 minutes.', 'Write how many, like 60.')] : []),
    ...(named === undefined
      ? []
      : [fault('name', `“${named}” reads like another body’s credit.`, 'Give your own kind of credit your own name.')]),
    ...(unit === undefined || /^\p{L}[\p{L} ]{0,30}$/u.test(unit)
      ? []
      : [fault('unit', `“${unit}” is no unit.`, 'Write one of it in letters, like credit or hour.')]),
  ];
}

/** A kind of credit that the software knows, with what this provider sets otherwise of what is its to set. */
function readKnown(entry: Mapping, creditType: CreditTypeId): Entry {
  const rule = knownType(creditType);
  const settable = settableOf(creditType);
  const written = readParts(entry);
  const settled = settableParts.filter((part) => part in written && !settable.includes(part));
  const parts: Parts = settled.length > 0 ? {} : written;
  return {
    field: entry.field,
    rule: { ...rule, ...parts, step: parts.step || rule.step, minutes: parts.minutes || rule.minutes },
    faults: [
      ...settled.map((part) => ({
        field: `${entry.field}.${fieldOf(part)}`,
        message: `“${fieldOf(part)}” of ${rule.plural} is not a provider’s to set.`,
        remedy:
          settable.length === 0
            ? 'Remove it; nothing of this credit can be set otherwise.'
            : `Remove it. What can be set: ${settable.map(fieldOf).join(', ')}.`,
      })),
      ...faultsOfParts(entry.field, parts),
    ],
  };
}

function readOwn(entry: Mapping, creditType: CreditTypeId): Entry {
  const [name, plural] = [entry.text('name'), entry.text('plural')];
  const parts = readParts(entry);
  const { step, minutes } = ownDefaults;
  return {
    field: entry.field,
    rule: {
      ...{ ...ownDefaults, ...parts, creditType, name, plural },
      ...{ step: parts.step || step, minutes: parts.minutes || minutes },
    },
    faults: faultsOfParts(entry.field, parts),
  };
}

/** The kinds of credit of a provider, by their ids: those that the software knows as the provider sets them, and its own. */
export interface CreditTypes {
  readonly ids: readonly [CreditTypeId, ...CreditTypeId[]];
  /** Freezes into an offer the rules of its kind. */
  freeze<Offer extends { readonly creditType: CreditTypeId }>(offer: Offer): Offer & { readonly rule: CreditType };
  readonly faults: readonly Finding[];
}

/** Reads `creditTypes:` of a provider. */
export function readCreditTypes(provider: Mapping): CreditTypes {
  const entries = provider.mappings('creditTypes', (entry) => {
    const creditType = entry.id('id');
    return creditTypeIds.includes(creditType) ? readKnown(entry, creditType) : readOwn(entry, creditType);
  });
  const rules = new Map(entries.map(({ rule }) => [rule.creditType, rule]));
  const own = [...rules.keys()].filter((creditType) => creditType !== '' && !creditTypeIds.includes(creditType));
  const twice = entries.filter(
    ({ rule }, index) => entries.findIndex((other) => other.rule.creditType === rule.creditType) < index,
  );
  return {
    ids: [...creditTypeIds, ...own] as [CreditTypeId, ...CreditTypeId[]],
    freeze: (offer) => {
      const rule = rules.get(offer.creditType);
      return rule ? { ...offer, rule } : frozen(offer);
    },
    faults: [
      ...entries.flatMap(({ faults }) => faults),
      ...twice.map(({ field, rule }) => ({
        field: `${field}.id`,
        message: `“${rule.creditType}” stands here twice.`,
        remedy: 'Give each kind of credit one id.',
      })),
    ],
  };
}

/** The kinds of credit that a provider must have in its file so that these rules are read back from it. */
export const printCreditTypes = (rules: readonly CreditType[]) =>
  rules.flatMap((rule) => {
    const { creditType } = rule;
    const known = creditTypeIds.includes(creditType);
    const differing = (known ? settableOf(creditType) : settableParts).filter(
      (part) => rule[part] !== undefined && !(known && alike(rule[part], knownType(creditType)[part])),
    );
    const parts = differing
      .filter((part) => rule[part] !== 'everyone')
      .map((part) => [fieldOf(part), printed(rule, part)]);
    return known && parts.length === 0 ? [] : [{ id: creditType, ...Object.fromEntries(parts) }];
  });

/** A part of a rule as a file has it. */
function printed(rule: CreditType, part: SettablePart) {
  if (part === 'number') return rule.number?.name;
  return part === 'step' || part === 'most' ? (rule[part] ?? 0) / 100 : rule[part];
}
