/** Bytes as numbers of several bytes, of which the highest comes first unless it is asked for otherwise. */
export const viewOf = ({ buffer, byteOffset, byteLength }: Uint8Array): DataView =>
  new DataView(buffer, byteOffset, byteLength);
