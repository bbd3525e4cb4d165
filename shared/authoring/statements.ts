import { type ActivityVersion, formatNameOf, type Statement } from '../domain/activity.ts';
import type { CreditType } from '../domain/credit-rule.ts';
import { creditPhrase, formatCredit, ruleOf } from '../domain/credit-type.ts';
import { isCivilDate } from '../domain/kinds.ts';
import type { MocOffer } from '../domain/moc-facts.ts';
import { asWorded, fill, madeBy, type OwnWordings, type Template, wordingVersion } from '../domain/template.ts';
import { longDate } from './exact.ts';
import {
  type Accreditation,
  accreditationTemplates,
  commonDesignation,
  designationTemplates,
  mocTemplates,
} from './statement-templates.ts';

/** The facts of an activity that statements are composed from. */
type StatementFacts = Pick<
  ActivityVersion,
  'format' | 'formatDetail' | 'closesOn' | 'credits' | 'moc' | 'templates'
> & {
  readonly provider: Pick<ActivityVersion['provider'], 'name'>;
  readonly jointProvider?: string;
};

/** How a kind of credit is designated: in its provider's words, in its body's, or in those that fit any. */
const designationOf = ({ creditType, designation }: CreditType): Template =>
  designation === undefined
    ? (designationTemplates[creditType] ?? commonDesignation)
    : // No name that a template has: a provider’s wording of AMA’s is not that of its own kind `ama`.
      { templateId: `designation-of-${creditType}`, version: wordingVersion(designation), text: designation };

function mocStatement({ rule, maximum, board, boardName }: MocOffer, own?: OwnWordings): Statement {
  const template = asWorded(mocTemplates[rule.kind], own);
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
  const { provider, jointProvider, closesOn, credits, moc = [], templates } = facts;
  const known = {
    provider: provider.name,
    jointProvider,
    format: formatNameOf(facts),
    closes: isCivilDate(closesOn) ? longDate(closesOn) : undefined,
  };
  const { direct, joint } = accreditationTemplates[accreditation];
  const wording = asWorded(jointProvider === undefined ? direct : joint, templates);
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
      const template = asWorded(designationOf(rule), templates);
      const text = fill(template, { ...known, ...amounts });
      return { kind: 'designation', text, onCertificate: true, creditType, ...madeBy(template) };
    }),
    ...moc.map((offer) => mocStatement(offer, templates)),
  ];
}

// Brackets without a blank at their edges: `[Provider]`, `{n}`, `[insert date]`; a citation such as [3] is no placeholder.
const placeholder = /\{[^{}]*\}|\[(?!\d+(?:[,–-]\s?\d+)*\])[^[\]]*\]/g;

/** The places of a wording that nobody filled. */
export const placeholdersIn = (text: string): readonly string[] => text.match(placeholder) ?? [];
