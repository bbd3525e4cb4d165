import type { Ciphers, Clock, Digests, Ids, Table } from '../../shared/ports.ts';
import { madeWhenAsked } from '../made-when-asked.ts';
import { activities } from './activities.ts';
import { apiKeys } from './api-keys.ts';
import { auditTrail } from './audit-trail.ts';
import { authoredRecords } from './authored.ts';
import { batches } from './batches.ts';
import { boardIdentities } from './board-identities.ts';
import { boardReports } from './board-reports.ts';
import { certificates } from './certificates.ts';
import { changes } from './changes.ts';
import { consents } from './consents.ts';
import { credits } from './credits.ts';
import { dailyHeads } from './daily-heads.ts';
import { dataKeys } from './data-keys.ts';
import { directory } from './directory.ts';
import { drafts } from './drafts.ts';
import { erasures } from './erasures.ts';
import { imports } from './imports.ts';
import { learners } from './learners.ts';
import { ledger } from './ledger.ts';
import { outbox } from './outbox.ts';
import { outcomes } from './outcomes.ts';
import { participations } from './participations.ts';
import { providers } from './providers.ts';
import { pulses } from './pulses.ts';
import { replies } from './replies.ts';
import { responses } from './responses.ts';
import { sealing } from './sealing.ts';
import { seals } from './seals.ts';
import { shares } from './shares.ts';
import { signIns } from './sign-ins.ts';
import { staffRecords } from './staff.ts';
import { statusList } from './status-list.ts';
import { walletOffers } from './wallet-offers.ts';
import { webhooks } from './webhooks.ts';

interface RecordPorts {
  readonly table: Table;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly digests: Digests;
  readonly ciphers: Ciphers;
}

/** Every repository, made of the ports and of one another. */
const repositories = {
  dataKeys,
  sealing,
  directory,
  learners,
  signIns,
  activities,
  authored: authoredRecords,
  drafts,
  providers,
  participations,
  boardIdentities,
  boardReports,
  responses,
  outcomes,
  credits,
  certificates,
  changes,
  batches,
  ledger,
  dailyHeads,
  apiKeys,
  auditTrail,
  outbox,
  pulses,
  consents,
  erasures,
  imports,
  seals,
  shares,
  staff: staffRecords,
  statusList,
  walletOffers,
  webhooks,
  replies,
};
const withRepositories = madeWhenAsked(repositories);

/**
 * The ports with every repository beside them, speaking the domain's verbs over the one table; what is sealed there opens by the
 * keys of another.
 */
export const records = <Given extends RecordPorts>(ports: Given) => withRepositories(ports);

export type Records = ReturnType<typeof records<RecordPorts>>;
