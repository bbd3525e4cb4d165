import type { Provider } from '../domain/activity.ts';
import { type CreditTypes, readCreditTypes } from './credit-types-in-file.ts';
import { given } from './exact.ts';
import type { Mapping } from './yaml-mapping.ts';

/** Reads who provides an activity, and its own kinds of credit, from its file or from a file that several activities share. */
export const readProvider = (provider: Mapping): Provider & { readonly creditTypes: CreditTypes } => ({
  name: provider.text('name'),
  signatory: provider.mapping('signatory', (who) => ({ name: who.text('name'), title: who.text('title') })),
  ...given({ address: provider.maybeText('address') }),
  contact: provider.text('contact'),
  creditTypes: readCreditTypes(provider),
});
