import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Employer, EmployerChecks } from '../../shared/ports.ts';
import type { Implementation } from './implementation.ts';

/** An employer with somebody who can sign in there. */
export interface EmployerWithStaff extends Employer {
  /** Signs in as `aino`, whose address is verified, or `mallory`, whose is not: where the browser is led back to. */
  signIn(at: string, login: 'aino' | 'mallory'): Promise<string>;
  readonly callback: string;
}

const checksOf = (name: string): EmployerChecks => ({
  ...{ state: `state-of-${name}-`.padEnd(43, 's'), nonce: `nonce-of-${name}-`.padEnd(43, 'n') },
  verifier: `verifier-of-${name}-`.padEnd(43, 'v'),
});

/** Says what an employer is asked and believed, whoever it is. */
export function describeEmployer({ name, start }: Implementation<EmployerWithStaff>): void {
  describe(`an employer (${name})`, () => {
    let employer: EmployerWithStaff;
    let stop: () => Promise<void>;
    const mine = checksOf('mine');
    const signedIn = async (login: 'aino' | 'mallory') =>
      employer.signIn(await employer.begin(mine, employer.callback), login);

    beforeAll(async () => {
      ({ port: employer, stop } = await start());
    }, 30_000);
    afterAll(async () => stop?.());

    it('vouches for the address that it verified', async () => {
      expect(await employer.vouchedFor(mine, await signedIn('aino'))).toBe('aino@hospital.example');
    });

    it('vouches for nothing that it did not verify', async () => {
      expect(await employer.vouchedFor(mine, await signedIn('mallory'))).toBeUndefined();
    });

    it('vouches to whoever began alone, and once', async () => {
      const arrived = await signedIn('aino');
      expect(await employer.vouchedFor(checksOf('theirs'), arrived)).toBeUndefined();
      const again = await signedIn('aino');
      await employer.vouchedFor(mine, again);
      expect(await employer.vouchedFor(mine, again)).toBeUndefined();
    });

    it('vouches for nobody by a callback that was made up', async () => {
      const made = `${employer.callback}?code=made-up&state=${mine.state}`;
      expect(await employer.vouchedFor(mine, made)).toBeUndefined();
    });
  });
}
