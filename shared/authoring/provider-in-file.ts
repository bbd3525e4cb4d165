import type { Provider } from '../domain/activity.ts';
import type { OwnWordings } from '../domain/template.ts';
import type { Signatory, Theme } from '../domain/theme.ts';
import { type CreditTypes, readCreditTypes } from './credit-types-in-file.ts';
import { given } from './exact.ts';
import type { Mapping } from './mapping.ts';
import { templateIds } from './statement-templates.ts';
import { readTheme } from './theme-in-file.ts';

const readSignatory = (who: Mapping): Signatory => ({ name: who.text('name'), title: who.text('title') });

/** A provider as its file describes it: with its own kinds of credit, and with how it looks in place of the hash of that. */
type ProviderInFile = Omit<Provider, 'theme'> & {
  readonly creditTypes: CreditTypes;
  readonly theme?: Theme;
  readonly templates?: OwnWordings;
};

/** Its own wordings of statements and of what certificates say, by the ids of their templates. */
function readTemplates(provider: Mapping): OwnWordings | undefined {
  if (!provider.has('templates')) return undefined;
  const read = provider.mapping('templates', (templates) =>
    templateIds.flatMap((templateId) => {
      const text = templates.maybeText(templateId);
      return text === undefined ? [] : [[templateId, text] as const];
    }),
  );
  return read.length === 0 ? undefined : Object.fromEntries(read);
}

/** Reads who provides an activity, from its file or from a file that several activities share. */
export function readProvider(provider: Mapping): ProviderInFile {
  const themed = provider.has('theme') ? provider.mapping('theme', readTheme) : undefined;
  const [first, ...others] = themed?.signatories ?? [];
  if (first && provider.has('signatory'))
    provider.blame('signatory', 'Who signs stands in the theme’s signatures too.', 'Remove one of the two.');
  return {
    name: provider.text('name'),
    signatory: first ?? provider.mapping('signatory', readSignatory),
    ...(others.length > 0 && { cosignatories: others }),
    ...given({ address: provider.maybeText('address') }),
    contact: provider.text('contact'),
    creditTypes: readCreditTypes(provider),
    ...given({ templates: readTemplates(provider) }),
    ...given({ theme: themed?.theme }),
  };
}
