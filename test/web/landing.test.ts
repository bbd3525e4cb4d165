import { describe, expect, it } from 'vitest';
import { afterSignIn, landingOf } from '../../web/learner/screens/landing.ts';
import { screens } from '../../web/learner/screens.ts';

describe('where sign-in leads', () => {
  it.each([
    '/a/home-blood-pressure',
    '/a/home-blood-pressure/attempts/09c2wek9ah4msa68t984adycx5',
    '/c/6fb20jejkdftshh9d5t5f4nq4c',
    '/wallet',
    '/history?status=completed&text=blood',
    '/certificates',
    '/transcript?from=2026-01-01&to=2026-12-31&types=ama-pra-1',
    '/',
  ])('leads back to exactly %s', (to) => {
    expect(landingOf(to)).toBe(to);
  });

  it('knows every screen of the site but those that sign in and out', () => {
    const ids: Readonly<Record<string, string>> = {
      ...{ activityId: 'home-blood-pressure', attemptId: '09c2wek9ah4msa68t984adycx5' },
      certificateId: '6fb20jejkdftshh9d5t5f4nq4c',
    };
    const paths = screens.map(([path]) => path.replaceAll(/:(\w+)/g, (_, name: string) => ids[name] ?? ''));
    expect(paths.filter((path) => landingOf(path) !== path)).toEqual(['/sign-in', '/sign-out']);
  });

  it.each([
    undefined,
    '',
    'https://elsewhere.example/wallet',
    '//elsewhere.example',
    '//elsewhere.example/wallet',
    '/\\elsewhere.example',
    '/wallet/../..//elsewhere.example',
    '/a/x//elsewhere.example',
    '/a/x\\elsewhere.example',
    'javascript:alert(1)',
    '/sign-in?to=/wallet',
    '/api/sign-out',
    '/c/too-short',
    '/wallet\n//elsewhere.example',
  ])('leads from %j to the dashboard, never off the site', (to) => {
    expect(landingOf(to)).toBe('/wallet');
  });

  it('asks for the name on certificates first, and goes on from there', () => {
    expect(afterSignIn(false, '/c/6fb20jejkdftshh9d5t5f4nq4c')).toBe('/profile?to=%2Fc%2F6fb20jejkdftshh9d5t5f4nq4c');
    expect(afterSignIn(true, '/c/6fb20jejkdftshh9d5t5f4nq4c')).toBe('/c/6fb20jejkdftshh9d5t5f4nq4c');
    expect(afterSignIn(false, '/profile')).toBe('/profile');
  });
});
