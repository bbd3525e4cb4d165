import { changesRoutes } from '../../../shared/api/admin/changes-routes.ts';
import { namedIn } from '../../../shared/domain/audit.ts';
import { namesOf } from '../../../shared/domain/credit-type.ts';
import { endpoint } from '../../endpoint.ts';
import { found } from '../../found.ts';
import { notFound } from '../../middleware/reply.ts';
import { offerViews } from '../../views/offer-views.ts';
import { changeViews } from '../../views/staff-change-view.ts';

/** Shows what a certificate says, what it could say by the activity's offers, and what was done to it. */
export const handler = endpoint(changesRoutes.getCertificateToChange, {}, async ({ params, staff }, capabilities) => {
  const { certificates, activities, changes, ledger } = capabilities;
  const certificate = await certificates.byId(params.certificateId);
  if (!certificate) return notFound('certificate');
  const { snapshot, status, replacedBy, pageOffSince } = certificate;
  const { certificateId, learnerId, activityId, activityVersion, profession, credits, ...says } = snapshot;
  const [activity, entries] = await Promise.all([
    activities.version(activityId, activityVersion),
    ledger.of(learnerId),
  ]);
  const made = (await found(namedIn(entries).changeIds, changes.byId)).map(({ value }) => value);
  const own = made.filter(
    (change) => 'certificateId' in change && [change.certificateId, change.replacement].includes(certificateId),
  );
  return {
    ...{ certificateId, learnerId, activityId, profession, status, replacedBy, pageOffSince },
    ...{ number: says.number, version: says.version, name: says.name, title: says.title },
    ...{ participatedOn: says.participatedOn, awardedOn: says.awardedOn },
    credits: credits.map((credit) => ({ ...credit, names: namesOf(credit) })),
    offers: offerViews(activity, profession),
    changes: await changeViews(own.toReversed(), staff, capabilities),
  };
});
