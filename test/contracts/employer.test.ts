import { employerAt } from '../../functions/adapters/openid-employer.ts';
import { startHospital } from '../support/hospital.ts';
import { describeEmployer, type EmployerWithStaff } from './employer.ts';
import type { Implementation } from './implementation.ts';

const callback = 'https://credit.example.org/api/admin/employer/callback';
const people = {
  aino: { email: 'aino@hospital.example', emailVerified: true },
  mallory: { email: 'aino@hospital.example', emailVerified: false },
};

/** The adapter at a real OpenID provider, which nobody here wrote. */
const openIdEmployer: Implementation<EmployerWithStaff> = {
  name: 'by OpenID Connect',
  async start() {
    const hospital = await startHospital(people, callback);
    return { port: { ...employerAt(hospital), signIn: hospital.signIn, callback }, stop: () => hospital.stop() };
  },
};

describeEmployer(openIdEmployer);
