import { DAY } from '../../../shared/domain/kinds.ts';
import { content } from '../../support/activity.ts';
import type { Browser } from '../../support/browser.ts';
import { signIn } from '../../support/learner.ts';
import { boardOffer } from '../../support/points.ts';
import { createService, type Service } from '../../support/service.ts';
import { liveThrough, returnOf, waitForCode } from './living-learner.ts';
import { programsOf, staffOf, workThrough } from './living-office.ts';

/** Somebody or something that sends requests: what their browser holds, or the key that their program has. */
export interface Caller {
  readonly cookies: Readonly<Record<string, string>>;
  readonly authorization?: string;
}

const callerOf = ({ cookies }: Pick<Browser, 'cookies'>): Caller => ({ cookies: Object.fromEntries(cookies) });
const programOf = ({ secret }: { readonly secret: string }): Caller => ({
  cookies: {},
  authorization: `Bearer ${secret}`,
});

/**
 * A store after some weeks of use: two learners with everything that a learner can have, a third, an office with what waits
 * and what was done, programs with keys. Whoever can send a request is in it, and an id of everything that a request can name.
 */
export async function createLivingStore() {
  const service = createService();
  await service.publish(content({ moc: [boardOffer] }));
  await service.publish(content({ activityId: 'sepsis', title: 'Sepsis in the First Hour' }));
  await service.publish(content({ activityId: 'retired', title: 'Masks, as They Were Worn' }));
  const theirs = await liveThrough(service, { given: 'Vivienne', family: 'Quarrington' });
  const ours = await liveThrough(service, { given: 'Oluwaseun', family: 'Brightwater' });
  const third = await liveThrough(service, { given: 'Marguerite', family: 'Underhill' });
  const done = await workThrough(service, theirs, third);
  service.pass(DAY);
  await service.signHeads();

  const other = await returnOf(service, theirs);
  const own = await returnOf(service, ours);
  const staff = await staffOf(service);
  const programs = await programsOf(service);
  const newcomer = await signIn(service, 'newcomer@example.org');
  const newcomerId = (await newcomer.ask('getMe')).body.learnerId;
  const waiting = await waitForCode(service, 'waiting@example.org', 'startSignIn');
  const waitingStaff = await waitForCode(service, 'owner@meridian.example', 'startStaffSignIn');
  const callers = {
    visitor: { cookies: {} },
    waiting: callerOf(waiting.browser),
    'waiting staff': callerOf(waitingStaff.browser),
    newcomer: callerOf(newcomer),
    own: callerOf(own.browser),
    other: callerOf(other.browser),
    author: callerOf(staff.author),
    coordinator: callerOf(staff.coordinator),
    auditor: callerOf(staff.auditor),
    owner: callerOf(staff.owner),
    'by code alone': callerOf(staff.codeOnly),
    'access ended': callerOf(staff.former),
    'a key': programOf(programs.all),
    ...Object.fromEntries(programs.one.map((program) => [`a key for ${program.key.name}`, programOf(program)])),
    'a revoked key': programOf(programs.revoked),
    'an expired key': programOf(done.expired),
  } satisfies Record<string, Caller>;
  return {
    ...{ service, own, other, third, staff, programs, done, newcomerId },
    callers,
    code: waiting.code,
    staffCode: waitingStaff.code,
  };
}
export type LivingStore = Awaited<ReturnType<typeof createLivingStore>>;

/** What a request can name, by the name of the parameter: the ids that there are, the other learner's after one's own. */
export function idsIn({ own, other, third, staff, programs, done }: LivingStore) {
  return {
    activityId: ['hand-hygiene', 'sepsis', 'wound-care', 'retired'],
    attemptId: [...own.attemptIds, ...other.attemptIds],
    certificateId: [...own.certificateIds, ...other.certificateIds, ...third.certificateIds],
    shareId: [...own.shareIds, ...other.shareIds],
    token: [own.token, other.token],
    offerToken: [own.offerToken, other.offerToken],
    learnerId: [own.learnerId, other.learnerId, third.learnerId],
    staffId: [staff.author, staff.former, staff.owner].map(({ staffId }) => staffId),
    changeId: done.changeIds,
    batchId: done.batchIds,
    importId: done.importIds,
    endpointId: done.endpointIds,
    keyId: [programs.all.keyId, programs.revoked.keyId],
    part: ['about', 'outline', 'evaluation', 'assessment-0', 'question-0x0'],
    version: ['1'],
    asked: ['1'],
    questionId: ['e4', 'e1', 'q1'],
    providerId: ['meridian'],
    drawing: ['logo'],
    setId: ['ours'],
    format: ['jsonld', 'jwt', 'svg'],
    purpose: ['revocation', 'suspension', 'board-reporting', 'research-use-of-answers'],
    list: ['1'],
    day: ['2026-03-10', 'latest'],
  } as const satisfies Readonly<Record<string, readonly string[]>>;
}

const mostWrites = 100;

/** A service of its own that holds what another does: its rows, its documents, its time. Ids that it makes come from `seed`. */
export async function copyOf(service: Service, seed: number): Promise<Service> {
  const copy = createService({ seed });
  copy.at(service.now());
  copy.secrets.learn(service.secrets.made);
  // An employer who vouches for nobody, so that the way to one is open.
  copy.state.employer = { begin: async () => 'https://hospital.example/authorize', vouchedFor: async () => undefined };
  const rows = [...service.table.rows(), ...service.keyTable.rows()];
  for (let from = 0; from < rows.length; from += mostWrites)
    await copy.table.write(
      rows.slice(from, from + mostWrites).map((row) => ({ kind: 'put', row, expect: 'absent' }) as const),
    );
  for (const [key, document] of service.documents.kept) await copy.documents.putOnce({ key, ...document });
  return copy;
}
