import { scopes } from '../../../shared/domain/api-key.ts';
import { type Role, roles } from '../../../shared/domain/staff.ts';
import { createWriter, writtenDocument } from '../../support/drafting.ts';
import { createKeyHolder } from '../../support/key-holder.ts';
import { createLearner } from '../../support/learner.ts';
import type { Service } from '../../support/service.ts';
import { createStaff } from '../../support/staff.ts';
import type { liveThrough } from './living-learner.ts';

type Lived = Awaited<ReturnType<typeof liveThrough>>;
const reason = 'Said so that the trail can be followed.';
const learnersTable = 'email,given name,family name,profession\nimported@example.org,Ines,Marlow,nurse\nx,,Y,nurse\n';
const bank = '::g1::What comes first? {=Rub ~Chart}\n\n::g2::How long? {#20:5}\n';
const drawing = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><path d="M0 0H10V10H0Z"/></svg>';

/** What an office has done after some weeks: a draft, imports, changes that wait and that were made, a batch, points that were reported, webhooks, keys. */
export async function workThrough(service: Service, victim: Lived, bystander: Lived) {
  const owner = await createStaff(service, 'owner');
  const coordinator = await createStaff(service, 'coordinator');
  const writer = createWriter(coordinator);
  await writer.create();
  await writer.write(writtenDocument());
  const questions = {
    ...{ fileName: 'bank.gift', format: 'gift', assessment: 'post-test' },
    documents: [{ text: bank }],
  };
  const byAuthors = await coordinator.ask('importQuestions', { params: writer.params, body: questions });
  const ofPeople = await coordinator.ask('importTable', {
    body: { kind: 'learners', fileName: 'people.csv', text: learnersTable },
  });
  for (const { body } of [byAuthors, ofPeople])
    await coordinator.ask('advanceImport', { params: { importId: body.importId } });
  const create = { headers: { 'if-match': '"0"' } };
  const settings = writtenDocument() as { readonly provider?: Readonly<Record<string, unknown>> };
  const provider = { providerId: 'meridian' };
  await coordinator.ask('saveProvider', { ...create, params: provider, body: { fields: settings.provider ?? {} } });
  await coordinator.ask('saveDrawing', { ...create, params: { ...provider, drawing: 'logo' }, body: { svg: drawing } });
  await coordinator.ask('saveEvaluationSet', {
    ...create,
    params: { setId: 'ours' },
    body: { name: 'Ours', questions: [] },
  });

  await coordinator.ask('withdrawActivity', { params: { activityId: 'retired' }, body: { reason } });
  const [certificateId = ''] = victim.certificateIds;
  const [others = ''] = bystander.certificateIds;
  const waiting = (await coordinator.ask('askRevocation', { body: { certificateId, reason } })).body.change.changeId;
  const made = (await coordinator.ask('askChange', { body: { kind: 'suspend', certificateId: others, reason } })).body;
  const items = [{ certificateId: others }];
  const { batchId } = (await coordinator.ask('askChangeBatch', { body: { of: 'revoke', reason, items } })).body;
  const points = { learnerId: bystander.learnerId, activityId: 'hand-hygiene', board: 'ABIM' } as const;
  await coordinator.ask('reportPoints', { body: { points: [{ ...points, action: 'add', points: 100 }] } });
  const webhook = {
    url: 'https://receiver.example/told',
    description: 'Register',
    events: ['credit.awarded' as const],
  };
  const { endpointId } = (await owner.ask('addWebhook', { body: webhook })).body.webhook;

  // A name that no font covers: work that is parked.
  const unprintable = { givenName: 'Ana 🦄', familyName: 'Luz', profession: 'physician' };
  const parked = await createLearner(service, { email: 'ana.luz@example.org', profile: unprintable });
  await parked.complete();
  const work = (await coordinator.ask('listStuckWork', { query: {} })).body.items.map(({ id }) => id);
  const mail = (await coordinator.ask('listMail', { query: { status: 'sent' } })).body.mail;
  const expired = await createKeyHolder(service, { name: 'For a day', expiresOn: service.now().slice(0, 10) });
  return {
    expired,
    ...{ importIds: [byAuthors.body.importId, ofPeople.body.importId], changeIds: [waiting, made.change.changeId] },
    ...{ batchIds: [batchId], endpointIds: [endpointId], workIds: work },
    messageKeys: mail.map(({ messageKey }) => messageKey),
  };
}

/** Everybody of the staff, signed in just now; besides, one by the mailed code alone, one long ago, one whose access has ended. */
export async function staffOf(service: Service) {
  const by = Object.fromEntries(
    await Promise.all(roles.map(async (role) => [role, await createStaff(service, role)] as const)),
  ) as Record<Role, Awaited<ReturnType<typeof createStaff>>>;
  const email = (who: string) => `${who}@meridian.example`;
  const codeOnly = await createStaff(service, 'owner', {
    email: email('code'),
    name: 'The one by code',
    verified: false,
  });
  const former = await createStaff(service, 'owner', { email: email('former'), name: 'The former' });
  await service.changeStaff({ does: 'end', email: email('former') });
  return { ...by, codeOnly, former };
}

/** Programs with keys: one that may everything, one for each scope, one whose key was revoked. */
export async function programsOf(service: Service) {
  const all = await createKeyHolder(service);
  const one = await Promise.all(scopes.map((scope) => createKeyHolder(service, { name: scope, allowed: [scope] })));
  const revoked = await createKeyHolder(service, { name: 'Revoked' });
  await revoked.owner.ask('revokeApiKey', { params: { keyId: revoked.keyId } });
  return { all, one, revoked };
}
