/** The elements of the two versions of QTI that a question with options is made of. */
export type QtiVersion = '2.1' | '3.0';

const camelCase = (name: string): string => name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());

/** `choiceInteraction` as QTI 3.0 writes it: `qti-choice-interaction`. */
export const kebab = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** The name that QTI 2.1 has for an element of either version: `qti-choice-interaction` is `choiceInteraction`. */
export const plainName = (name: string): string =>
  name.startsWith('qti-') ? camelCase(name.slice('qti-'.length)) : name;

interface Writing {
  element(name: string): string;
  attribute(name: string): string;
  readonly namespace: string;
}

/** How a version writes the names of QTI 2.1. */
export const writing: Readonly<Record<QtiVersion, Writing>> = {
  '2.1': {
    element: (name) => name,
    attribute: (name) => name,
    namespace: 'http://www.imsglobal.org/xsd/imsqti_v2p1',
  },
  '3.0': {
    element: (name) => `qti-${kebab(name)}`,
    attribute: kebab,
    namespace: 'http://www.imsglobal.org/xsd/imsqtiasi_v3p0',
  },
};
