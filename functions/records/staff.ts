import type { Instant, Sha256 } from '../../shared/domain/kinds.ts';
import { normalizeEmail } from '../../shared/domain/learner.ts';
import type { Role, Staff, StaffId } from '../../shared/domain/staff.ts';
import type { Clock, Digests, EmployerChecks, Table, Write } from '../../shared/ports.ts';
import { entities } from '../../shared/table.ts';
import { forgetAfter, held, putRow, type Stored } from './rows.ts';

/** A browser that somebody of the staff signed in with. */
export interface StaffSession {
  readonly staffId: StaffId;
  readonly startedAt: Instant;
  readonly endsAt: Instant;
  /** When they last proved themselves by their passkey, or their employer did. */
  readonly verifiedAt?: Instant;
  /** What the browser's authenticator is to sign next; spent with the first answer. */
  readonly challenge?: string;
}

/** Which member of staff is signed in. */
export interface StaffPrincipal {
  readonly staffId: StaffId;
  readonly name: string;
  readonly role: Role;
  readonly sessionHash: Sha256;
  /** When they last proved themselves by their passkey; absent while only their address is proved. */
  readonly verifiedAt?: Instant;
}

/** The public half of a passkey. */
export interface Passkey {
  /** Base64url, as the authenticator names it. */
  readonly passkeyId: string;
  readonly staffId: StaffId;
  /** COSE, base64url. */
  readonly publicKey: string;
  readonly counter: number;
  readonly transports?: readonly string[];
  readonly createdAt: Instant;
  /** When an owner had it forgotten, because it was lost. */
  readonly forgottenAt?: Instant;
}

/** A sign-in that was begun at the employer, by one browser. */
export interface EmployerSignIn extends EmployerChecks {
  readonly expiresAt: Instant;
  readonly spent: boolean;
}

/** Who works for the provider, their sessions and passkeys. */
export interface StaffRecords {
  byId(staffId: StaffId): Promise<Stored<Staff> | undefined>;
  /** Whose an address is, among those whose access has not ended. */
  ofAddress(email: string): Promise<Stored<Staff> | undefined>;
  list(): Promise<readonly Staff[]>;
  /** The names of everybody who ever was staff, by id; anything else is said as it is. */
  names(): Promise<(by: string) => string>;
  /** The writes that make somebody staff; they fail when the address is somebody's already. */
  add(staff: Staff): Promise<readonly Write[]>;
  put(staff: Staff, before: Stored<Staff>): Write;
  /** Whose session a cookie's secret is, unless it, all their sessions, or their access has ended. */
  principalOf(sessionHash: Sha256): Promise<StaffPrincipal | undefined>;
  session(sessionHash: Sha256): Promise<Stored<StaffSession> | undefined>;
  putSession(sessionHash: Sha256, session: StaffSession, before?: Stored<StaffSession>): Write;
  /** Those that are not forgotten. */
  passkeysOf(staffId: StaffId): Promise<readonly Stored<Passkey>[]>;
  putPasskey(passkey: Passkey, before?: Stored<Passkey>): Write;
  /** What a browser began at the employer, by its secret, unless it expired or was ended. */
  employerSignIn(browser: string): Promise<Stored<EmployerSignIn> | undefined>;
  putEmployerSignIn(browser: string, signIn: EmployerSignIn, before?: Stored<EmployerSignIn>): Write;
}

interface Needed {
  readonly table: Table;
  readonly clock: Clock;
  readonly digests: Digests;
}

export function staffRecords({ table, clock, digests }: Needed): StaffRecords {
  const byId: StaffRecords['byId'] = async (staffId) => held<Staff>(await table.get(entities.staff.keyOf({ staffId })));
  const addressKey = (email: string) =>
    entities.staffAddress.keyOf({ emailHash: digests.sha256(normalizeEmail(email)) });
  const session: StaffRecords['session'] = async (sessionHash) => {
    const kept = held<StaffSession>(await table.get(entities.staffSession.keyOf({ sessionHash })));
    return kept && clock.now() < kept.value.endsAt ? kept : undefined;
  };
  const employerKey = (browser: string) => entities.employerSignIn.keyOf({ browserHash: digests.sha256(browser) });
  const list: StaffRecords['list'] = async () => {
    const { rows } = await table.query({ pk: entities.staff.pk });
    return rows.flatMap((row) => held<Staff>(row)?.value ?? []);
  };
  const put = (staff: Staff, before?: Stored<Staff>): Write =>
    putRow(entities.staff.keyOf(staff), 'staff', staff, before);

  return {
    byId,
    ofAddress: async (email) => {
      const known = held<{ readonly staffId: StaffId }>(await table.get(addressKey(email)));
      // As much is read for an address that is nobody's: how long an answer takes tells no one whose addresses are staff's.
      const staff = await byId(known?.value.staffId ?? 'nobody');
      return staff?.value.endedAt === undefined ? staff : undefined;
    },
    list,
    names: async () => {
      const known = new Map((await list()).map(({ staffId, name }) => [staffId, name]));
      return (by) => known.get(by) ?? by;
    },
    add: async (staff) => {
      const key = addressKey(staff.email);
      const known = held<{ readonly staffId: StaffId }>(await table.get(key));
      // An address is free again when the access of whose it was has ended; they stay known by their id.
      const former = known && (await byId(known.value.staffId));
      const free = former?.value.endedAt !== undefined ? known : undefined;
      return [putRow(key, 'staffAddress', { staffId: staff.staffId }, free), put(staff)];
    },
    put,
    principalOf: async (sessionHash) => {
      const kept = await session(sessionHash);
      const staff = kept && (await byId(kept.value.staffId));
      if (!staff || staff.value.endedAt !== undefined) return undefined;
      const { staffId, name, role, sessionsEndedAt } = staff.value;
      if (sessionsEndedAt !== undefined && kept.value.startedAt <= sessionsEndedAt) return undefined;
      const { verifiedAt } = kept.value;
      return { ...{ staffId, name, role, sessionHash }, ...(verifiedAt !== undefined && { verifiedAt }) };
    },
    session,
    putSession: (sessionHash, value, before) =>
      putRow(entities.staffSession.keyOf({ sessionHash }), 'staffSession', value, before, forgetAfter(value.endsAt)),
    passkeysOf: async (staffId) => {
      const { rows } = await table.query({ pk: `PASSKEYS#${staffId}` });
      return rows.flatMap((row) => held<Passkey>(row) ?? []).filter(({ value }) => value.forgottenAt === undefined);
    },
    putPasskey: (passkey, before) => putRow(entities.passkey.keyOf(passkey), 'passkey', passkey, before),
    employerSignIn: async (browser) => {
      const begun = held<EmployerSignIn>(await table.get(employerKey(browser)));
      return begun && !begun.value.spent && clock.now() < begun.value.expiresAt ? begun : undefined;
    },
    putEmployerSignIn: (browser, signIn, before) =>
      putRow(employerKey(browser), 'employerSignIn', signIn, before, forgetAfter(signIn.expiresAt)),
  };
}
