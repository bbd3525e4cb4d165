import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanName, maskEmail, nameOnCertificate, normalizeEmail } from '../../../shared/domain/learner.ts';

describe('a name as it is stored', () => {
  it.each(['Nguyễn', 'Łukasz', '王小明', 'José María', "O'Brien", 'Anne-Marie', 'İpek', 'Ǆorđe', 'ﬁona', 'Renée 🙂'])(
    'keeps %s as it is',
    (name) => expect(cleanName(name)).toBe(name),
  );

  it.each([
    ['a decomposed accent is composed', 'Nguye\u0302\u0303n', 'Nguyễn'],
    ['spaces at the ends go', '  Ana  ', 'Ana'],
    ['spaces between are one', 'Ana \u00a0\u3000 Maria', 'Ana Maria'],
    ['line breaks and tabs part words as spaces do', 'Ana\r\nMaria\tJosé\u0085Luz', 'Ana Maria José Luz'],
    ['NUL and other controls go', 'A\u0000n\u001ba\u009f', 'Ana'],
    ['bidirectional overrides go', '\u202eanA\u202c \u2066x\u2069', 'anA x'],
    ['zero-width spaces and byte order marks go', '\ufeffAn\u200ba', 'Ana'],
    ['tags and other letters that are drawn as nothing go', 'A\u{e0041}na\u180e \u3164', 'Ana'],
    ['soft hyphens go', 'Brzęczy\u00adszczykiewicz', 'Brzęczyszczykiewicz'],
  ])('is clean: %s', (_, typed, stored) => {
    expect(cleanName(typed)).toBe(stored);
  });

  it('is empty where nothing of it could be seen', () => {
    for (const nothing of [
      '',
      ' ',
      '\u0000',
      '\u200b\u202e',
      '\u00ad',
      '\t\n',
      '\u3164',
      '\u115f\u1160',
      '\u2800',
      '\uffa0',
    ])
      expect(cleanName(nothing)).toBe('');
  });

  it('does not change when it is cleaned again, and holds no control character', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (typed) => {
        const clean = cleanName(typed);
        expect(cleanName(clean)).toBe(clean);
        expect(clean).not.toMatch(/\p{Cc}|[\u202a-\u202e]|\s{2}|^\s|\s$/u);
        expect(clean.normalize('NFC')).toBe(clean);
      }),
      { numRuns: 1_000 },
    );
  });
});

describe('a name as it is printed', () => {
  const person = { givenName: 'Amélie', familyName: 'Nguyễn', profession: 'physician' } as const;

  it('has the credentials after it, where there are any', () => {
    expect(nameOnCertificate(person)).toBe('Amélie Nguyễn');
    expect(nameOnCertificate({ ...person, credentials: 'MD, FACP' })).toBe('Amélie Nguyễn, MD, FACP');
    expect(nameOnCertificate({ ...person, credentials: '' })).toBe('Amélie Nguyễn');
  });
});

describe('an e-mail address', () => {
  it('is the same account in capitals and with spaces around it', () => {
    expect(normalizeEmail(' Amelie@Example.ORG ')).toBe('amelie@example.org');
  });

  it('is shown so that its owner knows it and nobody else does', () => {
    expect(maskEmail('amelie@example.org')).toBe('a…@e…');
    fc.assert(
      fc.property(fc.emailAddress(), (email) => {
        const masked = maskEmail(email);
        expect(masked).toHaveLength(5);
        expect(masked.startsWith(email.charAt(0))).toBe(true);
      }),
    );
  });
});
