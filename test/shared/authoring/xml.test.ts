import { describe, expect, it } from 'vitest';
import { readXml } from '../../../shared/authoring/xml.ts';

const read = (text: string) => readXml(text, { one: 'one element', elements: 10, depth: 5, texts: true });
const textOf = (text: string) => {
  const xml = read(`<a>${text}</a>`);
  return xml.kind === 'read' ? xml.root.content : xml.kind;
};

describe('an XML file that is handed in', () => {
  it('has the five entities of XML, and characters by their numbers', () => {
    expect(textOf('&lt;&gt;&amp;&quot;&apos;&#233;&#x1F600;&#10;')).toEqual(['<>&"\'é😀\n']);
  });

  it.each(['constructor', 'toString', '__proto__', 'valueOf', 'hasOwnProperty', 'xxe', 'nbsp'])(
    'is refused where it uses an entity that XML does not know: &%s;',
    (name) => {
      expect(textOf(`&${name};`)).toBe('broken');
      expect(read(`<a b="&${name};"/>`).kind).toBe('broken');
    },
  );

  it.each(['#0', '#xD800', '#xDFFF', '#8', '#xFFFF', '#x110000', '#9999999'])(
    'is refused where a number is no character’s: &%s;',
    (number) => expect(textOf(`&${number};`)).toBe('broken'),
  );

  it('is refused where it declares entities, or reaches for another file', () => {
    for (const declared of [
      '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>',
      '<!DOCTYPE a [<!ENTITY x "xxxxxxxx"><!ENTITY y "&x;&x;&x;">]><a>&y;</a>',
      '<!DOCTYPE a SYSTEM "https://evil.example/x.dtd" [ ]><a/>',
    ])
      expect(read(declared).kind, declared).toBe('broken');
  });
});
