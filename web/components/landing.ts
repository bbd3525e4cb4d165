/** The sign-in page, which leads back to where the learner was. */
export const signInTo = (path: string): string => `/sign-in?to=${encodeURIComponent(path)}`;

/** The profile page, which leads back to where the learner was. */
export const profileTo = (path: string): string => `/profile?to=${encodeURIComponent(path)}`;
