import { type ActivityVersion, formatNameOf, type Statement } from '../domain/activity.ts';
import { type CreditType, creditPhrase, formatCredit, ruleOf } from '../domain/credit-type.ts';
import { isCivilDate } from '../domain/kinds.ts';
import type { MocOffer } from '../domain/moc.ts';
import { longDate } from './exact.ts';
import {
  type Accreditation,
  accreditationTemplates,
  commonDesignation,
  designationTemplates,
  mocTemplates,
  type StatementTemplate,
} from './statement-templates.ts';

/** The facts of an activity that statements are composed from. */
type StatementFacts = Pick<ActivityVersion, 'format' | 'formatDetail' | 'closesOn' | 'credits' | 'moc'> & {
  readonly provider: Pick<ActivityVersion['provider'], 'name'>;
  readonly jointProvider?: string;
};

/** Fills the places that have a fact and leaves the others standing, which the publishing checks refuse. */
const fill = ({ text }: StatementTemplate, facts: Readonly<Record<string, string | undefined>>): string =>
  text.replaceAll(/\{(\w+)\}/g, (place, name: string) => facts[name] || place);

/** How a kind of credit is designated: in its provider's words, in its body's, or in those that fit any. */
const designationOf = ({ creditType, designation }: CreditType): StatementTemplate =>
  designation === undefined
    ? (designationTemplates[creditType] ?? commonDesignation)
    : { templateId: `${creditType}-designation`, version: 1, text: designation };
/** By which template a statement was made, so that it can be shown years later where its wording came from. */
const madeBy = ({ templateId, version }: StatementTemplate) => ({ templateId, templateVersion: version });

function mocStatement({ rule, maximum, board, boardName }: MocOffer): Statement {
  const template = mocTemplates[rule.kind];
  const text = fill(template, {
    ...{ points: formatCredit(maximum), board, boardName },
    perCredit: rule.kind === 'ratio' ? formatCredit(rule.perCredit) : undefined,
    fixed: rule.kind === 'fixed' ? formatCredit(rule.points) : undefined,
  });
  return { kind: 'other', text, onCertificate: false, ...madeBy(template) };
}

/**
 * Composes the accreditation statement and one designation statement per credit, all of them shown before the start and
 * printed on the certificate (cme.md 1b: Joint Accreditation "before start and on any certificate"), and what must be said of
 * each board's points.
 */
export function composeStatements(accreditation: Accreditation, facts: StatementFacts): readonly Statement[] {
  const { provider, jointProvider, closesOn, credits, moc } = facts;
  const known = {
    provider: provider.name,
    jointProvider,
    format: formatNameOf(facts),
    closes: isCivilDate(closesOn) ? longDate(closesOn) : undefined,
  };
  const wording = accreditationTemplates[accreditation][jointProvider === undefined ? 'direct' : 'joint'];
  return [
    { kind: 'accreditation', text: fill(wording, known), onCertificate: true, ...madeBy(wording) },
    ...credits.map((offer): Statement => {
      const { creditType, maximum, activityNumber } = offer;
      const rule = ruleOf(offer);
      const amounts = {
        amount: creditPhrase(rule, maximum),
        n: formatCredit(maximum),
        hours: `${formatCredit(maximum)} contact ${maximum === 100 ? 'hour' : 'hours'}`,
        ceus: rule.perCeu === undefined ? undefined : String(maximum / (100 * rule.perCeu)),
        number: activityNumber,
      };
      const template = designationOf(rule);
      const text = fill(template, { ...known, ...amounts });
      return { kind: 'designation', text, onCertificate: true, creditType, ...madeBy(template) };
    }),
    ...(moc ?? []).map(mocStatement),
  ];
}

// Brackets without a blank at their edges: `[Provider]`, `{n}`, `[insert date]`; a citation such as [3] is no placeholder.
const placeholder = /\{[^{}]*\}|\[(?!\d+(?:[,–-]\s?\d+)*\])[^[\]]*\]/g;

/** The places of a wording that nobody filled. */
export const placeholdersIn = (text: string): readonly string[] => text.match(placeholder) ?? [];
