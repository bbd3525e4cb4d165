import type { CertificateId } from '../../shared/domain/kinds.ts';

/** The permanent name of a certificate's award mail: one intent, however often it is asked for. */
export const awardMailKey = (certificateId: CertificateId): string => `award-${certificateId}`;
