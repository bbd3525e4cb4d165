import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { escapeHtml, html, trusted, webAddress } from '../../../shared/documents/html.ts';

describe('text in HTML', () => {
  it('never becomes markup, whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const escaped = escapeHtml(text);
        expect(escaped).not.toMatch(/[<>"']|&(?!(amp|lt|gt|quot|#39);)/);
        expect(escaped.isWellFormed()).toBe(true);
      }),
    );
  });

  it('is escaped by the template, in elements, in attributes and in lists', () => {
    const [evil, list] = ['"><script>alert(1)</script>', ['<b>', 7, undefined, false] as const];
    expect(html`<a title="${evil}">${evil}</a>${list}`.toString()).toBe(
      '<a title="&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;">&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;</a>&lt;b&gt;7',
    );
  });

  it('is escaped once when templates are put into each other', () => {
    expect(html`<p>${html`<i>${'a & b'}</i>`}${trusted('<hr>')}</p>`.toString()).toBe('<p><i>a &amp; b</i><hr></p>');
  });

  it.each(['javascript:alert(1)', 'data:text/html,x', ' JaVaScRiPt:alert(1)', 'vbscript:x', '//', ''])(
    'gives no link to %j',
    (address) => expect(webAddress(address)).toBeUndefined(),
  );
});
