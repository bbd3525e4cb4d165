/** The little that is used of a package without types. */
declare module 'rdf-canonize' {
  export function canonize(
    quads: readonly import('../../../shared/documents/credential/quads.ts').Quad[],
    options: { readonly algorithm: 'RDFC-1.0'; readonly format: 'application/n-quads' },
  ): Promise<string>;
}
