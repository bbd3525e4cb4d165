/** Packages that run a program when they are installed, each with why it may. `allowScripts` in package.json names the same. */
export const installScripts: Readonly<Record<string, string>> = {
  esbuild: 'It puts its program for this platform in the place of a starter in JavaScript, and checks its version.',
  node: 'It links the runtime that came as a package of its own for this platform, so that every script runs on that.',
};
