import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse as parseYaml } from 'yaml';
import { readDraft } from '../../../shared/authoring/activity-document.ts';
import { documentOf } from '../../../shared/authoring/document-of-activity.ts';
import { type AuthoredDocument, pointerOf } from '../../../shared/authoring/document-source.ts';
import { describeFault } from '../../../shared/authoring/problem.ts';
import { arbitraryActivity } from './arbitrary-activity.ts';
import { changed, example, now, parsed, problemsOf } from './example.ts';

const logo = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><path d="M0 0h10v10z"/></svg>';
const nobody: ReadonlyMap<string, AuthoredDocument> = new Map();
const read = (document: unknown, providers = nobody, at = now) => readDraft({ document, providers, now: at });
/** A text of YAML as a program would hand it over: with its own numbers and truths. */
const asJson = (text: string): Record<string, unknown> => parseYaml(text);
const refusing = (document: unknown, providers = nobody) =>
  read(document, providers).faults.filter(({ severity }) => severity === 'refuses');

describe('an activity as a document', () => {
  it('reads back as the same activity, whatever is in it', () => {
    fc.assert(
      fc.property(arbitraryActivity, (written) => {
        const { content, faults } = read(documentOf(written), nobody, '2031-01-01T00:00:00.000Z');
        expect(content).toEqual(written);
        expect(faults.filter(({ severity }) => severity === 'refuses')).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });

  it('says what the same file says, though its numbers and truths are JSON’s own', () => {
    const { kind: _, advice, ...content } = parsed(example);
    const draft = read(asJson(example));
    expect(draft.content).toEqual(content);
    expect(draft.faults.map(({ rule }) => rule)).toEqual(advice.map(({ rule }) => rule));
  });

  it('takes what is null or empty for what is not there, as a form has it before it is filled in', () => {
    const emptied = { ...asJson(example), summary: '', audience: null, reviewed: '2026-01-05' };
    expect(refusing(emptied).map(({ pointer }) => pointer)).toEqual(['/summary', '/audience']);
  });

  it('that says nothing yet is one in which everything is missing, each at its field', () => {
    const faults = refusing({});
    expect(faults.map(({ pointer }) => pointer)).toEqual(
      expect.arrayContaining(['/id', '/title', '/opens', '/minutes', '/objectives', '/assessments', '/evaluation']),
    );
    expect(faults.find(({ pointer }) => pointer === '/title')).toMatchObject({
      message: '“title” is missing.',
      remedy: 'Fill it in.',
      rule: 'title-and-provider',
    });
  });
});

describe('a fault in a document', () => {
  it.each([
    ['credits[1].maximum', '/credits/0/maximum'],
    ['assessments[1].questions[12].options[2].text', '/assessments/0/questions/11/options/1/text'],
    ['provider.templates.accme-direct', '/provider/templates/accme-direct'],
    ['objectives', '/objectives'],
    ['', ''],
  ])('of the field %j stands at the pointer %j', (field, pointer) => {
    expect(pointerOf(field)).toBe(pointer);
  });

  it.each([
    ['opens: 2026-01-15', 'opens: 2026-02-30'],
    ['minutes: 75', 'minutes: an hour'],
    ['maximum: 1.25', 'maximum: 1.3'],
    ['passMark: 70', 'passMark: 700'],
    ['            right: true', '            rigth: true'],
    ['answer: false', 'answer: perhaps'],
    ['kind: rating', 'kind: stars'],
    ['  - kind: support\n    text: No commercial support was received.\n', ''],
  ])('is the fault of the same file, where %j is %j', (passage, by) => {
    const text = changed(passage, by);
    const inFile = problemsOf(text).map((problem) => [pointerOf(problem.field), problem.rule, problem.message]);
    const faults = refusing(asJson(text)).map(({ pointer, rule, message }) => [pointer, rule, message]);
    expect(faults.length).toBeGreaterThan(0);
    expect(faults.toSorted()).toEqual(inFile.toSorted());
  });

  it('never breaks the reader, whatever the JSON', () => {
    const field = fc.constantFrom(...Object.keys(asJson(example)), 'a.b', 'a[1]', '__proto__', '/', '');
    const odd = fc.oneof(fc.jsonValue(), fc.constantFrom(1e21, -0, [[]], [null], { kind: [] }));
    fc.assert(
      fc.property(fc.dictionary(field, odd), (some) => {
        for (const { pointer, message, remedy } of read({ ...asJson(example), ...some }).faults) {
          expect(pointer).toMatch(/^(\/|$)/);
          expect(message && remedy).toBeTruthy();
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe('the provider of a document', () => {
  const { provider, ...rest } = asJson(example);
  const meridian = (fields: object = {}, files = {}): ReadonlyMap<string, AuthoredDocument> =>
    new Map([['meridian', { fields: { ...(provider as object), ...fields }, files }]]);
  const draft = { ...rest, provider: 'meridian' };

  it('is named by its id, and says what it would say in the document itself', () => {
    expect(read(draft, meridian()).content).toEqual(read(asJson(example)).content);
  });

  it('has its faults told as its own', () => {
    const faults = refusing(draft, meridian({ contact: '', nam: 'x' }));
    expect(faults.map((fault) => [fault.in, fault.pointer])).toEqual([
      ['meridian', '/contact'],
      ['meridian', '/nam'],
    ]);
  });

  it('that is not known is told where it is named', () => {
    expect(refusing({ ...draft, provider: 'nobody' }, meridian()).map(({ pointer }) => pointer)).toEqual(['/provider']);
  });

  it('has its drawings beside it; one that is missing or cannot be printed is told where it is named', () => {
    const theme = { colors: { accent: '#1f4e5a' }, logo: 'logo.svg' };
    const { signatory, ...unsigned } = provider as Record<string, unknown>;
    const signatures = [signatory];
    const themed = (files: object) =>
      new Map([['meridian', { fields: { ...unsigned, theme: { ...theme, signatures } }, files: { ...files } }]]);
    expect(read(draft, themed({ 'logo.svg': logo })).content.theme?.logo?.shapes).toHaveLength(1);
    const [missing] = refusing(draft, themed({}));
    expect(missing).toMatchObject({
      in: 'meridian',
      pointer: '/theme/logo',
      message: 'There is no drawing “logo.svg”.',
    });
    const [unprintable] = refusing(draft, themed({ 'logo.svg': '<svg viewBox="0 0 1 1"><text>x</text></svg>' }));
    expect(unprintable).toMatchObject({ in: 'meridian', pointer: '/theme/logo' });
    expect(unprintable && describeFault({ ...unprintable, field: 'theme.logo' })).toMatch(/Letters are not printed/);
  });
});
