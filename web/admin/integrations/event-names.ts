import type { WebhookEvent } from '../../../shared/domain/webhook.ts';

/** What each event says to a person; in the order in which they are offered. */
export const eventNames: Readonly<Record<WebhookEvent, string>> = {
  'credit.awarded': 'Credit was awarded',
  'certificate.issued': 'A certificate was issued, or a corrected one in the place of another',
  'certificate.revoked': 'A certificate was revoked',
  'certificate.suspended': 'A certificate was suspended',
  'certificate.restored': 'A suspended certificate counts again',
};
