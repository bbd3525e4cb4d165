import { beforeEach, describe, expect, it } from 'vitest';
import type { ActivityVersion } from '../../shared/domain/activity.ts';
import type { CertificateSnapshot } from '../../shared/domain/certificate.ts';
import type { CreditType } from '../../shared/domain/credit-rule.ts';
import { knownType, namesOf, ruleOf } from '../../shared/domain/credit-type.ts';
import { content } from '../support/activity.ts';
import { createLearner } from '../support/learner.ts';
import '../support/refusals.ts';
import { createService, type Service } from '../support/service.ts';

const ama = 'ama-pra-category-1';
let service: Service;
beforeEach(() => {
  service = createService();
});

const aafp = 'aafp-prescribed';
/** The AAFP's rule as it might have been in another year. */
const former: CreditType = {
  ...knownType(aafp),
  ...{ step: 50, name: 'Former Credit', plural: 'Former Credits' },
};

describe('the rules of a kind of credit', () => {
  it('are frozen into a version when it is published', async () => {
    await service.publish(content());
    const [version] = service.held<ActivityVersion>('version');
    expect(version?.credits.map(({ rule }) => rule)).toEqual([knownType(ama), knownType('ancc-contact-hour')]);
  });

  it('are those of the version that was passed, whatever they are today', async () => {
    await service.publish(content({ credits: [{ creditType: aafp, maximum: 150, rule: former }] }));
    const learner = await createLearner(service);
    await learner.ready();
    expect(await learner.claim([aafp, 125])).toBeRefusedFor('amount-off-step');
    expect((await learner.claim([aafp, 150])).status).toBe(200);
    const { credits, totals } = (await learner.ask('getWallet')).body;
    expect(credits).toMatchObject([{ name: 'Former Credits', amount: 150 }]);
    expect(totals).toMatchObject([{ name: 'Former Credits', amount: 150 }]);
    const params = { certificateId: credits[0]?.certificateId ?? '' };
    const { body } = await learner.ask('getCertificate', { params });
    expect(body.credits[0]?.sentence).toBe('and is awarded 1.5 Former Credits');
    expect(body.sheet).toContain('1.5 Former Credits');
    expect((await learner.ask('getCredential', { params: { ...params, format: 'jsonld' } })).text).toContain(
      'Former Credits',
    );
    expect(service.inbox.delivered.at(-1)?.text).toContain('1.5 Former Credits');
  });

  it('stand in the certificate by their names alone', async () => {
    await service.publish(content({ credits: [{ creditType: aafp, maximum: 150, rule: former }] }));
    await (await createLearner(service)).complete(aafp, 150);
    const [snapshot] = service.held<CertificateSnapshot>('snapshot');
    expect(snapshot?.credits[0]).not.toHaveProperty('rule');
    expect(snapshot?.credits).toMatchObject([
      {
        ...{ creditType: aafp, basis: 'awarded', amount: 150, maximum: 150 },
        names: { name: 'Former Credit', plural: 'Former Credits', unit: 'credit' },
      },
    ]);
  });
});

describe('what was written before rules were frozen', () => {
  it('is read by the names and rules of that time, which stay as they are', () => {
    const then = {
      [ama]: ['AMA PRA Category 1 Credit™', 'AMA PRA Category 1 Credits™', 25],
      'aapa-category-1': ['AAPA Category 1 CME credit', 'AAPA Category 1 CME credits', 25],
      'ancc-contact-hour': ['ANCC contact hour', 'ANCC contact hours', 1],
      'acpe-contact-hour': ['ACPE contact hour', 'ACPE contact hours', 25],
    };
    for (const [creditType, [name, plural, step]] of Object.entries(then)) {
      expect(namesOf({ creditType })).toMatchObject({ name, plural });
      expect(ruleOf({ creditType }).step).toBe(step);
    }
  });

  it('has no names made up for a kind of credit that nobody knows', () => {
    expect(() => namesOf({ creditType: 'gold' })).toThrow('gold');
  });
});
