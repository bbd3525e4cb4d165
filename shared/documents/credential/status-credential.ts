import type { Instant } from '../../domain/kinds.ts';
import { DAY, later, MINUTE } from '../../domain/kinds.ts';
import type { StatusPlace, StatusPurpose } from '../../domain/status-list.ts';
import { CREDENTIALS_CONTEXT } from './contexts.ts';
import { base64Url } from './encodings.ts';
import { didOf } from './issuer.ts';

/** Where the list of a purpose is. */
export const statusListUrl = (siteUrl: string, purpose: StatusPurpose, list: number): string =>
  `${siteUrl}/credentials/status/${purpose}/${list}`;

/** What a credential says of where its status is told. */
export const statusEntry = (siteUrl: string, purpose: StatusPurpose, { list, index }: StatusPlace) => ({
  id: `${statusListUrl(siteUrl, purpose, list)}#${index}`,
  type: 'BitstringStatusListEntry',
  statusPurpose: purpose,
  statusListIndex: String(index),
  statusListCredential: statusListUrl(siteUrl, purpose, list),
});

/** A status list as a credential, to be signed (Bitstring Status List v1.0, section 3.2). `compressed`: GZIP of the bits. */
export function statusCredential(facts: {
  readonly siteUrl: string;
  readonly purpose: StatusPurpose;
  readonly list: number;
  readonly compressed: Uint8Array;
  readonly at: Instant;
}) {
  const { siteUrl, purpose, list, compressed, at } = facts;
  const id = statusListUrl(siteUrl, purpose, list);
  return {
    '@context': [CREDENTIALS_CONTEXT],
    id,
    type: ['VerifiableCredential', 'BitstringStatusListCredential'],
    issuer: didOf(siteUrl),
    // Clocks of those who check differ by some minutes.
    validFrom: later(at, -5 * MINUTE),
    // Nobody can pass off the list of last year as today’s.
    validUntil: later(at, DAY),
    credentialSubject: {
      id: `${id}#list`,
      type: 'BitstringStatusList',
      statusPurpose: purpose,
      encodedList: `u${base64Url(compressed)}`,
    },
  };
}
