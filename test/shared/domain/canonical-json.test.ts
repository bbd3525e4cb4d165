import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alike, canonicalJson, type Json } from '../../../shared/domain/canonical-json.ts';
import { turned } from '../../support/turned.ts';

describe('canonical JSON', () => {
  it('is the same whatever the order of the fields, at every depth', () => {
    const value = fc.letrec((tie) => ({
      leaf: fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(null)),
      json: fc.oneof({ maxDepth: 3 }, tie('leaf'), fc.array(tie('json')), fc.dictionary(fc.string(), tie('json'))),
    })).json;
    fc.assert(
      fc.property(value, (json) => {
        expect(canonicalJson(turned(json) as Json)).toBe(canonicalJson(json as Json));
        expect(JSON.parse(canonicalJson(json as Json))).toEqual(json);
      }),
    );
  });

  it('sorts by code units, leaves out what is absent, and has no spaces (RFC 8785)', () => {
    expect(canonicalJson({ b: [1, { d: true, c: null }], a: 'ü"', '€': 1, Z: undefined })).toBe(
      '{"a":"ü\\"","b":[1,{"c":null,"d":true}],"€":1}',
    );
  });

  it('tells apart what differs', () => {
    const forms = [{ a: 1 }, { a: '1' }, { a: [1] }, { a: null }, {}, [], '{}', { a: { b: 1 } }, { 'a":{"b': 1 }];
    expect(new Set(forms.map(canonicalJson)).size).toBe(forms.length);
  });

  it('finds what the table gives back alike what was put, in whatever order the members of a map come', () => {
    const person = {
      learnerId: 'l',
      profile: { givenName: 'A', familyName: 'B' },
      places: [{ by: 'name', text: 'b' }],
    };
    expect(alike(person, turned(person))).toBe(true);
    expect(alike(person, { ...person, learnerId: 'm' })).toBe(false);
    expect(alike([1, 2], [2, 1])).toBe(false);
    expect(alike(undefined, undefined)).toBe(true);
    expect(alike(undefined, {})).toBe(false);
  });
});
