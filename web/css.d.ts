/** Style sheets are imported for their effect; Vite bundles them. */
declare module '*.css';
/** A style sheet as text, for what draws it in a tree of its own. */
declare module '*.css?inline' {
  const text: string;
  export default text;
}
