import { changesRoutes } from '../../shared/api/admin/changes-routes.ts';
import { serving } from '../serving.ts';
import { handler as addLearnerAddress } from './changes/add-learner-address.ts';
import { handler as approveBatch } from './changes/approve-batch.ts';
import { handler as approveChange } from './changes/approve-change.ts';
import { handler as askAward } from './changes/ask-award.ts';
import { handler as askAwardBatch } from './changes/ask-award-batch.ts';
import { handler as askChange } from './changes/ask-change.ts';
import { handler as askChangeBatch } from './changes/ask-change-batch.ts';
import { handler as askMerge } from './changes/ask-merge.ts';
import { handler as askRevocation } from './changes/ask-revocation.ts';
import { handler as endLearnerSessions } from './changes/end-learner-sessions.ts';
import { handler as exportDecidedChanges } from './changes/export-decided-changes.ts';
import { handler as exportWaitingChanges } from './changes/export-waiting-changes.ts';
import { handler as getAwardOffers } from './changes/get-award-offers.ts';
import { handler as getBatch } from './changes/get-batch.ts';
import { handler as getCertificateToChange } from './changes/get-certificate-to-change.ts';
import { handler as getChange } from './changes/get-change.ts';
import { handler as giveAttempts } from './changes/give-attempts.ts';
import { handler as listDecidedChanges } from './changes/list-decided-changes.ts';
import { handler as listWaitingChanges } from './changes/list-waiting-changes.ts';
import { handler as previewMerge } from './changes/preview-merge.ts';
import { handler as rejectBatch } from './changes/reject-batch.ts';
import { handler as rejectChange } from './changes/reject-change.ts';
import { handler as runBatch } from './changes/run-batch.ts';
import { handler as sendAwardMailAgain } from './changes/send-award-mail-again.ts';

export const handler = serving(changesRoutes, {
  ...{ listWaitingChanges, listDecidedChanges, getChange, getCertificateToChange, askChange },
  ...{ askRevocation, approveChange, rejectChange, askChangeBatch, getAwardOffers },
  ...{ askAward, askAwardBatch, getBatch, approveBatch, rejectBatch },
  ...{ runBatch, previewMerge, askMerge, giveAttempts, sendAwardMailAgain },
  ...{ addLearnerAddress, endLearnerSessions, exportWaitingChanges, exportDecidedChanges },
});
