import { createBrowser } from '../support/browser.ts';
import type { Service } from '../support/service.ts';
import type { Outside } from './outside.ts';

/** What whoever checks a credential finds at the public routes of a service in memory. */
export const outsideOf = (service: Service): Outside => ({
  issuer: 'did:web:credit.example.org',
  now: new Date(service.now()),
  read: async (url) => {
    const { ask } = createBrowser(service);
    const [, purpose = '', list = ''] = /\/credentials\/status\/(\w+)\/(\d+)$/.exec(url) ?? [];
    if (url === 'https://credit.example.org/.well-known/did.json') return (await ask('getDidDocument')).text;
    if (purpose) return (await ask('getStatusList', { params: { purpose, list } })).text;
    throw new Error(`Nothing is at ${url}`);
  },
});
