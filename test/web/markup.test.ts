import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectFolder } from '../../infra/house/project-folder.ts';
import { onlyOurs } from '../../web/components/markup.tsx';

describe('the one door for markup into a page', () => {
  it('lets the help text through to the letter', () => {
    const help = readFileSync(join(projectFolder, 'web', 'learner', 'screens', 'help.html'), 'utf8');
    expect(onlyOurs(help)).toBe(help);
  });

  it.each([
    '<script>alert(1)</script>',
    '<SCRIPT src="//evil.example"></SCRIPT>',
    '<img src="x" onerror="alert(1)">',
    '<p onclick="alert(1)">words</p>',
    '<p style="background:url(//evil.example)">words</p>',
    '<a href="javascript:alert(1)">words</a>',
    '<a href="//evil.example">words</a>',
    '<use href="data:image/svg+xml,x"></use>',
    '<svg><animate attributeName="href" values="javascript:alert(1)"></animate></svg>',
    '<p class=words>words</p>',
    '<p class="a"onclick="alert(1)">words</p>',
    '<!-- words -->',
    '<p',
  ])('lets nothing through that is not made by the service: %s', (text) => {
    expect(() => onlyOurs(`<p>${text}</p>`)).toThrow(TypeError);
  });
});
