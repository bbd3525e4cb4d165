/**
 * The sign-in page of the site that a path is of, which leads back there: the console has one of its own. What stands after `#` stays
 * there, for it is not to be sent.
 */
export const signInTo = (path: string, hash = ''): string =>
  `${/^\/admin(\/|$)/.test(path) ? '/admin' : ''}/sign-in?to=${encodeURIComponent(path)}${hash}`;

/** The profile page, which leads back to where the learner was. */
export const profileTo = (path: string): string => `/profile?to=${encodeURIComponent(path)}`;
