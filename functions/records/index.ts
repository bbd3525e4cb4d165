import type { Ciphers, Clock, Digests, Ids, Table } from '../../shared/ports.ts';
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

/** Every repository, speaking the domain's verbs over the one table; what is sealed there opens by the keys of another. */
export function records(ports: RecordPorts) {
  const keys = dataKeys(ports);
  const sealed = { ...ports, dataKeys: keys, sealing: sealing({ ...ports, dataKeys: keys }) };
  const people = directory(ports);
  return {
    dataKeys: keys,
    directory: people,
    learners: learners({ ...sealed, directory: people }),
    signIns: signIns(ports),
    activities: activities(ports),
    authored: authoredRecords(ports),
    drafts: drafts(ports),
    providers: providers(ports),
    participations: participations(sealed),
    boardIdentities: boardIdentities(sealed),
    boardReports: boardReports(ports),
    responses: responses(ports),
    outcomes: outcomes(ports),
    credits: credits(ports),
    certificates: certificates(ports),
    changes: changes(ports),
    batches: batches(ports),
    ledger: ledger(ports),
    dailyHeads: dailyHeads(ports),
    apiKeys: apiKeys(ports),
    auditTrail: auditTrail(ports),
    outbox: outbox(ports),
    pulses: pulses(ports),
    consents: consents(ports),
    erasures: erasures(ports),
    imports: imports(sealed),
    seals: seals(ports),
    shares: shares(ports),
    staff: staffRecords(ports),
    statusList: statusList(ports),
    walletOffers: walletOffers(ports),
    webhooks: webhooks(ports),
    replies: replies(ports),
  };
}

export type Records = ReturnType<typeof records>;
