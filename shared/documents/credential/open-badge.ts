import { type CertificateSnapshot, type CertifiedCredit, certificateHeading } from '../../domain/certificate.ts';
import { namesOf } from '../../domain/credit-type.ts';
import type { CreditHundredths, Instant, Sha256 } from '../../domain/kinds.ts';
import { type CredentialIdentity, statusPurposes } from '../../domain/status-list.ts';
import { certificateWording } from '../certificate-wording.ts';
import { CREDENTIALS_CONTEXT, OPEN_BADGES_CONTEXT } from './contexts.ts';
import { issuerProfile } from './issuer.ts';
import { statusEntry } from './status-credential.ts';

/** To the second, as tokens tell times: what they say of it must be the same (Open Badges 3.0, 8.2.4.1). */
const toTheSecond = (instant: Instant): Instant => instant.replace(/\.\d+Z$/, 'Z');

const decimal = (amount: CreditHundredths): number => amount / 100;

/** What a kind of credit is called as a result: nobody reads "credit" where attendance alone is attested (cme.md 1b). */
const resultName = (credit: CertifiedCredit): string =>
  credit.basis === 'awarded'
    ? namesOf(credit).plural
    : `Attendance of an activity designated for ${namesOf(credit).plural}`;

/** Each credit of a certificate with the description that it is a result of. */
function results({ credits, verifyUrl }: CertificateSnapshot) {
  const idOf = ({ creditType }: CertifiedCredit): string => `${verifyUrl}#${creditType}`;
  return {
    described: credits.map((credit) => ({
      id: idOf(credit),
      type: ['ResultDescription'],
      name: resultName(credit),
      resultType: 'Result',
      valueMin: '0',
      valueMax: String(decimal(credit.maximum)),
    })),
    earned: credits.map((credit) => ({
      type: ['Result'],
      resultDescription: idOf(credit),
      // For whom the activity was only designated there is no amount, as on the certificate.
      ...(credit.basis === 'awarded' ? { value: String(decimal(credit.amount)) } : { status: 'Completed' }),
    })),
  };
}

/**
 * Open Badges knows one amount of credits. It is told where one kind was awarded; hours counted in two currencies do not
 * add up, and stand in the results alone.
 */
function oneAmount({ credits }: CertificateSnapshot): CertifiedCredit | undefined {
  const [only, ...others] = credits.filter(({ basis }) => basis === 'awarded');
  return others.length === 0 ? only : undefined;
}

/**
 * An award as an Open Badges 3.0 credential (Verifiable Credentials 2.0), to be signed: a function of what is stored, so
 * that each download says the same. Who it is about, it tells only to whoever knows already: by salted hashes of the e-mail
 * address and of the name as it is printed (Open Badges 3.0, B.4.4).
 */
export function openBadge(facts: {
  readonly snapshot: CertificateSnapshot;
  readonly identity: CredentialIdentity;
  readonly siteUrl: string;
  /** Of the account, as it is compared. */
  readonly email: string;
  readonly sha256: (text: string) => Sha256;
}) {
  const { snapshot, identity, siteUrl, email, sha256 } = facts;
  const { title, verifyUrl, awardedAt, participatedOn, provider, activityId, activityVersion, credits } = snapshot;
  const { salt } = identity;
  const wording = certificateWording(snapshot);
  const issuer = issuerProfile({ siteUrl, name: provider.name });
  const amount = oneAmount(snapshot);
  const { described, earned } = results(snapshot);
  const numbers = [...new Set(credits.flatMap(({ activityNumber }) => activityNumber ?? []))];
  const hashed = (identityType: string, plain: string) => ({
    ...{
      type: 'IdentityObject',
      hashed: true,
      identityHash: `sha256$${sha256(`${plain}${salt}`)}`,
      identityType,
      salt,
    },
  });
  return {
    '@context': [CREDENTIALS_CONTEXT, OPEN_BADGES_CONTEXT],
    id: verifyUrl,
    type: ['VerifiableCredential', 'OpenBadgeCredential'],
    name: title,
    description: `${certificateHeading(snapshot)} ${snapshot.number}`,
    issuer,
    validFrom: toTheSecond(awardedAt),
    awardedDate: toTheSecond(awardedAt),
    credentialSubject: {
      // Tells of nobody; Open Badges 3.0 (8.2.4.1) wants every token to name its subject.
      id: `${verifyUrl}#learner`,
      type: ['AchievementSubject'],
      identifier: [hashed('emailAddress', email), hashed('name', snapshot.name)],
      activityStartDate: participatedOn,
      activityEndDate: participatedOn,
      ...(amount && { creditsEarned: decimal(amount.amount) }),
      achievement: {
        id: `${siteUrl}/a/${activityId}`,
        type: ['Achievement'],
        achievementType: 'CertificateOfCompletion',
        name: title,
        // Whose achievement it is, the issuer says. Said twice of one subject, a fact could be taken out in one place unnoticed.
        version: String(activityVersion),
        description: [
          `${wording.participation.replace(/ titled$/, '')} ${wording.occasion}`,
          ...(wording.jointProvider ? [wording.jointProvider] : []),
        ].join('. '),
        criteria: {
          narrative: ['Took part, completed the evaluation and claimed the credit.', ...snapshot.statements].join(
            '\n\n',
          ),
        },
        ...(amount && { creditsAvailable: decimal(amount.maximum) }),
        ...(numbers.length > 0 && {
          otherIdentifier: numbers.map((identifier) => ({
            ...{ type: 'IdentifierEntry', identifier, identifierType: 'ext:activityNumber' },
          })),
        }),
        resultDescription: described,
      },
      result: earned,
    },
    credentialStatus: statusPurposes.map((purpose) => statusEntry(siteUrl, purpose, identity)),
  };
}
