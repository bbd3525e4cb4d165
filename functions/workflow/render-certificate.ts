import { signPdf } from '../../shared/documents/signature/sign-pdf.ts';
import { pdfKey, snapshotText } from '../../shared/domain/certificate.ts';
import type { Instant } from '../../shared/domain/kinds.ts';
import { moveFrom } from '../../shared/domain/participation.ts';
import { isRefusal } from '../../shared/domain/refusal.ts';
import { issuedData } from '../../shared/domain/webhook.ts';
import { queuedAwardMail } from '../../shared/domain/work.ts';
import { LostRaceError } from '../../shared/ports.ts';
import { certificatePrinter } from '../adapters/certificate-printer.ts';
import { kmsSigner } from '../adapters/kms-signer.ts';
import { s3Documents } from '../adapters/s3-documents.ts';
import { required } from '../records/require.ts';
import { step } from '../step.ts';
import { themeOf } from '../themes.ts';
import { awardMailKey } from '../views/award-mail-key.ts';

/**
 * Renders the certificate from its snapshot, signs it, keeps it under its hash, and queues the award e-mail. No two
 * signatures are alike: which file is the certificate is decided by the write that records its hash. A repeat before that
 * leaves another file that no record names; a certificate that is issued stays as it is.
 */
export const handler = step(
  'render-certificate',
  { documents: s3Documents, signer: kmsSigner, printer: certificatePrinter },
  async (input, capabilities) => {
    const { certificates, participations, outbox, ledger, webhooks, seals, documents, signer, printer } = capabilities;
    const { table, clock, digests, config } = capabilities;
    const { learnerId, activityId, certificateId, workId } = input;
    const messageKey = awardMailKey(certificateId);
    // Whatever of this changes while the certificate is printed has the write below fail, and it is printed again.
    const [found, standing, asked, end] = await Promise.all([
      certificates.besides(certificateId),
      participations.of(learnerId, activityId),
      outbox.work(workId),
      ledger.end(learnerId),
    ]);
    const certificate = required(found, `The certificate ${certificateId}`);
    const { snapshot, state } = certificate;
    const isAward = state.value.replaces === undefined;
    const output = (queuedAt: Instant | undefined) => ({ ...input, messageKey, ...(isAward && { queuedAt }) });
    if (certificate.status !== 'issuing') return output(certificate.issuedAt);

    const before = required(standing, 'The participation of a certificate');
    const stage = moveFrom(before.value.stage, 'issue-certificate');
    // Another run of the same work issued it at this moment: look again, and find it issued.
    if (isRefusal(stage)) throw new LostRaceError([]);
    // A correction may be issued by a late run of the award's work, and the work of the correction is done by that.
    const issuing = state.value.workId ?? workId;
    const work = required(issuing === workId ? asked : await outbox.work(issuing), `The work ${issuing}`);

    const seal = await seals.current(signer, config.providerName);
    const signature = { name: seal.provider, reason: 'Issued as a certificate', at: clock.now() };
    const theme = await themeOf(snapshot.provider, capabilities);
    const document = await printer.certificate(snapshot, signature, theme);
    const digest = (content: Uint8Array): Uint8Array => Buffer.from(digests.sha256(content), 'hex');
    const bytes = await signPdf(document, seal, { signer, digest });
    const sha256 = digests.sha256(bytes);
    await documents.putOnce({ key: pdfKey(snapshot, sha256), bytes, contentType: 'application/pdf' });

    const issuedAt = clock.now();
    const { parked: _, ...others } = before.value;
    const mail = queuedAwardMail({ messageKey, certificateId, learnerId, activityId }, issuedAt);
    await table.write([
      certificates.putState(certificateId, { ...state.value, status: 'valid', sha256, issuedAt }, state),
      participations.put({ ...others, stage }, before),
      outbox.putMail(isAward ? mail : { ...mail, kind: 'certificate.corrected' }),
      outbox.finish(work),
      ...ledger.appendTo(
        end,
        'certificate.issued',
        {
          ...{ certificateId, version: snapshot.version, sha256 },
          snapshot: digests.sha256(snapshotText(snapshot)),
        },
        issuedAt,
      ),
      ...(await webhooks.announce(
        'certificate.issued',
        issuedData(snapshot, { issuedAt, sha256, replaces: state.value.replaces }),
      )),
    ]);
    return output(issuedAt);
  },
);
