import type { Outside } from './outside.ts';

/** What whoever checks a credential finds by asking the site. */
export const outsideOnline = (issuer: string): Outside => ({
  issuer,
  now: new Date(),
  read: async (url) => {
    const response = await fetch(url);
    if (!response.ok) throw new Error(`${url} answers ${response.status}`);
    return response.text();
  },
});

/** The credential in a file: itself, or what a badge image holds as CDATA (Open Badges 3.0, 5.3.2). */
export const credentialIn = (file: string): string =>
  /<openbadges:credential>\s*<!\[CDATA\[(.*?)\]\]>/s.exec(file)?.[1] ?? file.trim();
