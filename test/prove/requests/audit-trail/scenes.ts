import type { Routes } from '../../../../shared/api/routes.ts';
import { createAuthenticator } from '../../../support/authenticator.ts';
import { createBrowser } from '../../../support/browser.ts';
import type { Service } from '../../../support/service.ts';
import type { InUse } from '../fuzz/sample.ts';
import type { LivingStore } from '../living-store.ts';

/** Brings a service to where a route has something to change, and names what the request must then say. */
type Scene = (service: Service, living: LivingStore) => Promise<InUse>;

const ofOwner = (service: Service, { callers }: LivingStore) => {
  const browser = createBrowser(service);
  for (const [name, value] of Object.entries(callers.owner.cookies)) browser.cookies.set(name, value);
  return browser;
};

/** Routes that change nothing by an honest request alone: what must have gone before. */
export const scenes: Partial<Record<keyof Routes, Scene>> = {
  provePasskey: async (service, living) => {
    const { ceremony, options } = (await ofOwner(service, living).ask('challengePasskey', { body: {} })).body;
    return { response: [createAuthenticator()[ceremony](options)] };
  },
  saveDrawing: async () => ({
    svg: ['<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><path d="M0 0H9V9H0Z"/></svg>'],
  }),
  runBatch: async (service, living) => {
    const [batchId = ''] = living.done.batchIds;
    await ofOwner(service, living).ask('approveBatch', { params: { batchId } });
    return {};
  },
  advanceImport: async (service, living) => {
    const owner = ofOwner(service, living);
    const [importId = ''] = living.done.importIds;
    const { bad } = (await owner.ask('advanceImport', { params: { importId } })).body;
    await owner.ask('runImport', { params: { importId }, body: { leavingOut: bad } });
    return { importId: [importId] };
  },
};
