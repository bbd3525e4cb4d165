/** The address of a file that Vite puts beside the script. */
declare module '*.html?url' {
  const address: string;
  export default address;
}
