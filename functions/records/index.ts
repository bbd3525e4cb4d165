import type { Clock, Digests, Ids, Table } from '../../shared/ports.ts';
import { activities } from './activities.ts';
import { boardIdentities } from './board-identities.ts';
import { certificates } from './certificates.ts';
import { changes } from './changes.ts';
import { consents } from './consents.ts';
import { credits } from './credits.ts';
import { dailyHeads } from './daily-heads.ts';
import { learners } from './learners.ts';
import { ledger } from './ledger.ts';
import { outbox } from './outbox.ts';
import { participations } from './participations.ts';
import { replies } from './replies.ts';
import { responses } from './responses.ts';
import { seals } from './seals.ts';
import { shares } from './shares.ts';
import { signIns } from './sign-ins.ts';
import { statusList } from './status-list.ts';
import { walletOffers } from './wallet-offers.ts';

/** Every repository, speaking the domain's verbs over the one table. */
export const records = (ports: { table: Table; clock: Clock; ids: Ids; digests: Digests }) => ({
  learners: learners(ports),
  signIns: signIns(ports),
  activities: activities(ports),
  participations: participations(ports),
  boardIdentities: boardIdentities(ports),
  responses: responses(ports),
  credits: credits(ports),
  certificates: certificates(ports),
  changes: changes(ports),
  ledger: ledger(ports),
  dailyHeads: dailyHeads(ports),
  outbox: outbox(ports),
  consents: consents(ports),
  seals: seals(ports),
  shares: shares(ports),
  statusList: statusList(ports),
  walletOffers: walletOffers(ports),
  replies: replies(ports),
});

export type Records = ReturnType<typeof records>;
