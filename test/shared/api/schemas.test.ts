import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { safeParse } from 'zod/mini';
import { problem } from '../../../shared/api/problem.ts';
import type { Route } from '../../../shared/api/route.ts';
import { routes } from '../../../shared/api/routes.ts';
import { claimsRequest, profile, signInRequest, submissionRequest } from '../../../shared/api/schemas.ts';

const person = { givenName: 'Ana', familyName: 'Luz', profession: 'nurse' };
const accepts = (schema: Parameters<typeof safeParse>[0], value: unknown): boolean => safeParse(schema, value).success;

describe('what may be sent', () => {
  it('is judged without breaking, whatever it is', () => {
    for (const { body, name } of Object.values(routes) as Route[])
      if (body)
        fc.assert(
          fc.property(fc.jsonValue(), (value) => {
            expect(typeof accepts(body, value), name).toBe('boolean');
          }),
        );
  });

  it('has a name that can be seen and is not longer than 100 characters after cleaning', () => {
    expect(accepts(profile, person)).toBe(true);
    for (const givenName of ['', '   ', '\u200b', 'x'.repeat(101)])
      expect(accepts(profile, { ...person, givenName })).toBe(false);
    expect(accepts(profile, { ...person, givenName: `${'x'.repeat(100)}   ` })).toBe(true);
    expect(safeParse(profile, { ...person, givenName: ' Nguye\u0302\u0303n ' }).data?.givenName).toBe('Nguyễn');
  });

  it('has a name of letters that arrived: the mark of one that was lost is never printed', () => {
    for (const field of ['givenName', 'familyName', 'credentials']) {
      const lost = safeParse(profile, { ...person, [field]: 'Jos\ufffd' });
      expect(lost.error?.issues.map(({ path, message }) => [path.join('/'), message])).toEqual([
        [field, expect.stringContaining('a letter that was lost. Type it again.')],
      ]);
    }
  });

  it('is asked for in words where it is missing', () => {
    const missing = safeParse(profile, { credentials: null }).error?.issues.map(({ message }) => message);
    expect(missing).toEqual([
      'Enter your given name.',
      'Enter your family name.',
      'Choose your profession.',
      'Credentials are text, like MD, FACP. Leave them out where there are none.',
    ]);
    expect(safeParse(signInRequest, {}).error?.issues[0]?.message).toContain('Enter an e-mail address');
  });

  it('has one of the five professions', () => {
    for (const profession of ['physician', 'physician-assistant', 'nurse', 'pharmacist', 'other'])
      expect(accepts(profile, { ...person, profession })).toBe(true);
    for (const profession of ['Physician', 'doctor', '', null, 'toString'])
      expect(accepts(profile, { ...person, profession })).toBe(false);
  });

  it.each(['ana@example.org', ' ana@example.org ', 'ana.luz+cme@mail.example.org'])('has the address %j', (email) => {
    expect(accepts(signInRequest, { email })).toBe(true);
  });

  it.each([
    ...['', 'ana', '@example.org', 'ana@', 'ana@example', 'a b@example.org', 'ana@example.org\r\nBcc: x@example.org'],
    ...['ana@example.org,eve@example.org', 'Ana <ana@example.org>', `${'x'.repeat(250)}@example.org`],
  ])('never has the address %j', (email) => {
    expect(accepts(signInRequest, { email })).toBe(false);
  });

  it('has credit in whole hundredths', () => {
    const claims = (amount: unknown) => ({ claims: [{ creditType: 'ama-pra-category-1', amount }] });
    expect(accepts(claimsRequest, claims(125))).toBe(true);
    for (const amount of [1.25, '125', null, Number.NaN, 2 ** 53, [], undefined])
      expect(accepts(claimsRequest, claims(amount))).toBe(false);
  });

  it('may leave out the answers of a submission, which then are the saved ones', () => {
    expect(accepts(submissionRequest, {})).toBe(true);
    expect(accepts(submissionRequest, { answers: null })).toBe(false);
    expect(accepts(submissionRequest, { answers: { q1: 'a' } })).toBe(false);
  });
});

describe('what is answered', () => {
  it('loses every field that the contract does not name', () => {
    const stray = {
      type: '/problems/x',
      title: 't',
      status: 409,
      detail: 'd',
      reasons: [],
      requestId: 'r',
      stack: 'secret',
    };
    expect(safeParse(problem, stray).data).not.toHaveProperty('stack');
  });
});
