/** A name of a file and a function: `get-thing`. */
export const isDashed = (name: string): boolean => /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name);

/** `get-thing` as a constant: `getThing`. */
export const camel = (name: string): string => name.replaceAll(/-(.)/g, (_, letter: string) => letter.toUpperCase());

/** `get-thing` as a type or a state: `GetThing`. */
export const pascal = (name: string): string => camel(`-${name}`);

/** `get-thing` as the beginning of a sentence: `Get thing`. */
export const words = (name: string): string => {
  const spaced = name.replaceAll('-', ' ');
  return spaced.charAt(0).toUpperCase() + spaced.slice(1);
};
