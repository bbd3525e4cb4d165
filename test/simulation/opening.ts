import { nodeDigests } from '../../functions/adapters/system.ts';
import { staffRecords } from '../../functions/records/staff.ts';
import { DAY, type LearnerId, later } from '../../shared/domain/kinds.ts';
import type { Row } from '../../shared/ports.ts';
import { createBrowser } from './people/browser.ts';
import { simulatedClock } from './ports/simulated-system.ts';
import { answerKeys, otherActivity, sampleActivity } from './sample-activity.ts';
import { scriptedWeather } from './weather.ts';
import { createWorld, type World, type WorldOptions } from './world.ts';

/** How every schedule begins: both activities are published, and some learners were here before. */
export interface Opening {
  readonly rows: readonly Row[];
  /** The cookies of those learners by their addresses. */
  readonly sessions: ReadonlyMap<string, ReadonlyMap<string, string>>;
  /** The accounts of those learners, by their numbers. */
  readonly accounts: readonly LearnerId[];
  /** A coordinator who is signed in. */
  readonly staff: StaffSession;
  /** Another one, who decides what that one asks for. */
  readonly colleague: StaffSession;
}

/** Somebody of the staff who is signed in. */
interface StaffSession {
  readonly email: string;
  readonly cookies: ReadonlyMap<string, string>;
}

const seed = 1;
/** As many as a schedule has at most. */
const learners = 3;

/** The address of a learner by their number, from 0. */
export const emailOf = (learner: number): string => `learner-${learner + 1}@example.org`;

/** When schedules begin. */
export const startMs = Date.UTC(2026, 1, 27, 12);

/** Signs a coordinator in as their passkey does; that is tested by itself, and takes an authenticator. */
async function signInStaff({ table, clockwork }: World, staffId: string, name: string): Promise<StaffSession> {
  const clock = simulatedClock(clockwork.nowMs);
  const digests = nodeDigests();
  const staff = staffRecords({ table, clock, digests });
  const [email, secret, now] = [`${staffId}@example.org`, staffId.padEnd(43, 'S'), clock.now()];
  const member = { staffId, email, name, role: 'coordinator', createdAt: now } as const;
  const endsAt = later(now, 3_650 * DAY);
  // As if their passkey had just been asked for, whenever it must be again.
  const session = { staffId: member.staffId, startedAt: now, endsAt, verifiedAt: endsAt };
  await table.write([...(await staff.add(member)), staff.putSession(digests.sha256(secret), session)]);
  return { email, cookies: new Map([['__Host-staff', secret]]) };
}

/** Plays the opening in fair weather, a day before, once for all schedules. @throws when it does not come to its end */
export async function playOpening(stage: Pick<WorldOptions, 'functions' | 'definition' | 'stepOf'>): Promise<Opening> {
  const world = createWorld({ ...stage, seed, startMs: startMs - DAY, weather: scriptedWeather(new Map()) });
  const browsers = [...Array(learners).keys()].map((learner) => createBrowser(world, emailOf(learner)));
  const accounts: LearnerId[] = [];
  async function story(): Promise<void> {
    for (const activity of [sampleActivity, otherActivity])
      await world.invoke('publish', stage.functions.command.publish, { activity, keys: answerKeys });
    for (const browser of browsers) accounts.push(String((await browser.ask('getMe', {}))?.body.learnerId));
  }
  let end: { readonly failure?: unknown } | undefined;
  story().then(
    () => {
      end = {};
    },
    (failure: unknown) => {
      end = { failure };
    },
  );
  await world.clockwork.runUntil(() => end !== undefined);
  if (end?.failure !== undefined || browsers.some(({ cookies }) => cookies.size === 0))
    throw end?.failure ?? new Error('The opening came to a standstill');
  const staff = await signInStaff(world, 'coordinator', 'Asha');
  const colleague = await signInStaff(world, 'colleague', 'Benno');
  return {
    ...{ staff, colleague, accounts },
    rows: [...world.table.rows(), ...world.keyTable.rows()],
    sessions: new Map(browsers.map(({ email, cookies }) => [email, cookies])),
  };
}
