import { landingPattern } from '../../../shared/domain/sign-in.ts';
import { profileTo } from '../../components/landing.ts';

/**
 * Where sign-in leads afterwards: a page of ours with its filters, or a page within an activity, else the dashboard.
 * No link can lead off the site, since what comes first is a page that we know.
 */
export function landingOf(to: string | undefined): string {
  const [, page = '', within = ''] = /^(\/[^/?#]*(?:\/[^/?#]*)?)((?:\/[\w-]+)*(?:[?#][^\s\\]*)?)$/.exec(to ?? '') ?? [];
  return page !== '' && landingPattern.test(page) ? page + within : '/wallet';
}

/**
 * Where to go once signed in: to the profile first, if there is none yet, and from there to where one was going. Who comes for
 * their privacy need not give more data first.
 */
export const afterSignIn = (profileComplete: boolean, to: string | undefined): string => {
  const landing = landingOf(to);
  return profileComplete || /^\/pr(ofile|ivacy)/.test(landing) ? landing : profileTo(landing);
};
