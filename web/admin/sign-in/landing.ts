/**
 * Where sign-in leads afterwards: a page of the console with its filters, else its start. No link can lead off the console,
 * since all of it lies under `/admin/`.
 */
export function landingOf(to: string | undefined): string {
  const within = /^\/admin\/(?!sign-(?:in|out)\b)(?:[\w.~-]+\/?)*(?:[?#][^\s\\]*)?$/.test(to ?? '');
  return within && !/\/\.{1,2}(\/|$)/.test(to ?? '') ? (to ?? '/admin/') : '/admin/';
}
