import { describe, expect, it } from 'vitest';
import { certificateHeading, firstSnapshot, pdfKey, snapshotText } from '../../../shared/domain/certificate.ts';
import { published } from '../../support/activity.ts';
import { snapshot } from '../documents/samples.ts';

/** What a learner earned, without what the activity says of itself. */
const earned = {
  ...{ certificateId: 'certificate', number: 'CW-2026-4F7K2M', learnerId: 'learner', name: 'Amélie Nguyễn, MD' },
  ...{ profession: 'physician' as const, participatedOn: '2026-03-08', awardedOn: '2026-03-09' },
  ...{ awardedAt: '2026-03-09T04:30:00.000Z', verifyUrl: 'https://credit.example.org/v/certificate' },
  credits: [{ creditType: 'ama-pra-category-1', basis: 'awarded', amount: 125, maximum: 150 }],
} as const;
const activity = published({ version: 3, statements: [] });

describe('the first certificate of an award', () => {
  it('says what was earned, and of the activity what the version says that was passed', () => {
    const { title, format, provider, zone } = activity;
    expect(firstSnapshot(activity, earned)).toEqual({
      ...earned,
      ...{ version: 1, activityId: 'hand-hygiene', activityVersion: 3, title, format, provider, zone, statements: [] },
    });
  });

  it('says where a live activity was held, what kind of other activity it was, and who provided it jointly', () => {
    const about = { formatDetail: 'Journal club', location: 'Boston', jointProvider: 'Harbor Hospitals' };
    expect(firstSnapshot({ ...activity, ...about }, earned)).toMatchObject(about);
  });

  it('prints the designation of the credit that it certifies, and of no other', () => {
    const designation = (creditType: string) =>
      ({ kind: 'designation', text: `Designated for ${creditType}.`, onCertificate: true, creditType }) as const;
    const statements = [
      { kind: 'accreditation', text: 'Accredited.', onCertificate: true },
      designation('ama-pra-category-1'),
      designation('ancc-contact-hour'),
      { kind: 'support', text: 'No commercial support.', onCertificate: false },
    ] as const;
    expect(firstSnapshot({ ...activity, statements }, earned).statements).toEqual([
      'Accredited.',
      'Designated for ama-pra-category-1.',
    ]);
  });
});

describe('a certificate', () => {
  it('has its file under its id, its version and the hash of the file', () => {
    expect(pdfKey({ ...snapshot, certificateId: 'abc', version: 2 }, 'f'.repeat(64))).toBe(
      `certificates/abc/v2/${'f'.repeat(64)}.pdf`,
    );
  });

  it('is the same text for its hash however its parts are ordered, and another for other content', () => {
    const reordered = Object.fromEntries(Object.entries(snapshot).toReversed()) as unknown as typeof snapshot;
    expect(snapshotText(reordered)).toBe(snapshotText(snapshot));
    expect(JSON.parse(snapshotText(snapshot))).toEqual(snapshot);
    expect(snapshotText({ ...snapshot, name: 'Somebody Else' })).not.toBe(snapshotText(snapshot));
  });

  it('is of participation where it certifies no credit at all', () => {
    expect(certificateHeading({ credits: [] })).toBe('Certificate of Participation');
  });
});
