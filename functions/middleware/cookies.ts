/**
 * The cookies. The prefix `__Host-` makes browsers refuse them unless they are secure, of this host alone and for the
 * whole site, so no neighbouring host can plant one (session fixation). Browsers count http://localhost as secure.
 */
export const sessionCookie = '__Host-session';
export const browserCookie = '__Host-sign-in';
/** Staff's are apart: whoever works for the provider and learns there too is two people to the service. */
export const staffCookie = '__Host-staff';
export const staffBrowserCookie = '__Host-staff-sign-in';
export const employerCookie = '__Host-employer';

/** A cookie that scripts cannot read and other sites' forms do not send, for so many seconds; 0 takes it away. */
export const setCookie = (name: string, value: string, seconds: number): string =>
  `${name}=${value}; Path=/; Max-Age=${seconds}; HttpOnly; Secure; SameSite=Lax`;

/**
 * With what signs out: has the browser forget pages that it keeps to go back to (W3C, "Clear Site Data"). Neither its cookies nor its
 * storage: those are of both sites, and hold what others who use this browser have not sent yet. Pages take away what is their own.
 */
export const nothingCached = { 'clear-site-data': '"cache"' };
