import { WebAuthnError } from '@simplewebauthn/browser';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { arrived, goingTo, keepGoing } from '../../web/admin/sign-in/employer.tsx';
import { landingOf } from '../../web/admin/sign-in/landing.ts';
import { refusedBy } from '../../web/admin/sign-in/passkey.ts';
import { inOrder } from '../../web/admin/staff/list.tsx';

describe('where staff come to after they signed in', () => {
  it.each([
    '/admin/',
    '/admin/learners?text=ann&status=claimed',
    '/admin/activities/home-blood-pressure/versions/3',
    '/admin/operations/parked#work-1',
  ])('is exactly %s', (to) => expect(landingOf(to)).toBe(to));

  it.each([
    undefined,
    '',
    '/wallet',
    '/administration',
    'https://elsewhere.example/admin/',
    '//elsewhere.example/admin/',
    '/admin//elsewhere.example',
    '/admin/../wallet',
    '/admin/..',
    '/admin/\\elsewhere.example',
    '/admin/x\n//elsewhere.example',
    '/admin/sign-in?to=/admin/',
    '/admin/sign-out',
    'javascript:alert(1)',
  ])('is the start page instead of %j', (to) => expect(landingOf(to)).toBe('/admin/'));
});

describe('where staff come to after their employer vouched for them', () => {
  const back = { to: '/admin/', hash: '' };
  beforeEach(() => {
    const kept = new Map<string, string>();
    vi.stubGlobal('sessionStorage', {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => void kept.set(key, value),
      removeItem: (key: string) => void kept.delete(key),
    });
  });

  it('is the list that they had opened, as they had filtered it, whom they looked for included', () => {
    keepGoing({ to: '/admin/learners?status=claimed', hash: '#search=nguy%E1%BB%85n' });
    expect(goingTo(back)).toBe('/admin/learners?status=claimed#search=nguy%E1%BB%85n');
    expect(goingTo({ ...back, to: undefined })).toBe('/admin/learners?status=claimed#search=nguy%E1%BB%85n');
    arrived();
    expect(goingTo(back)).toBe('/admin/');
  });

  it('is what the address says, where it says something else, and never off the console', () => {
    keepGoing({ to: 'https://elsewhere.example/admin/', hash: '#search=x' });
    expect(goingTo(back)).toBe('/admin/#search=x');
    expect(goingTo({ to: '/admin/staff', hash: '#about=y' })).toBe('/admin/staff#about=y');
    keepGoing({ to: undefined, hash: '#search=x' });
    expect(goingTo(back)).toBe('/admin/');
  });
});

describe('a passkey that is not shown', () => {
  const codeOf = (error: unknown, makes = false) => refusedBy(error, makes).reasons[0]?.code;

  it('is told in words, with what to do', () => {
    const cancelled = new DOMException('The operation timed out or was not allowed.', 'NotAllowedError');
    expect(refusedBy(cancelled, false).reasons).toEqual([
      { code: 'passkey-not-shown', message: 'It was cancelled, or took too long.', remedy: 'Try again.' },
    ]);
    expect(refusedBy(cancelled, true).reasons[0]?.message).toMatch(/^No passkey was made/);
  });

  it('is told apart from a browser that has none, and from a device that holds it already', () => {
    expect(codeOf(new DOMException('', 'NotSupportedError'))).toBe('no-passkeys-here');
    const known = new WebAuthnError({
      ...{ message: '', code: 'ERROR_AUTHENTICATOR_PREVIOUSLY_REGISTERED', cause: new Error('known') },
    });
    expect(codeOf(known, true)).toBe('passkey-known');
  });
});

describe('the list of staff', () => {
  const member = (name: string, endedAt?: string) => ({
    ...{
      staffId: name,
      name,
      email: `${name}@example.org`,
      role: 'author' as const,
      createdAt: '2026-11-01T09:00:00Z',
    },
    ...(endedAt !== undefined && { endedAt }),
  });

  it('has those with access first, each part by name', () => {
    const listed = inOrder([member('Wim'), member('Ada', '2026-11-20T09:00:00Z'), member('Åsa'), member('Bea')]);
    expect(listed.map(({ name }) => name)).toEqual(['Åsa', 'Bea', 'Wim', 'Ada']);
  });
});
