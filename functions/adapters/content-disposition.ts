/** Octets that RFC 5987 lets stand as they are in `filename*`; encodeURIComponent leaves a few others bare. */
const percentEncoded = (text: string): string =>
  encodeURIComponent(text).replace(/['()*]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`);

/**
 * The header that has a browser save a download under a file name of any script: an ASCII form for old readers beside the
 * UTF-8 one (RFC 6266, appendix D). No name can end the quotes, start another header or name a folder.
 */
export function contentDisposition(fileName: string): string {
  const plain = fileName
    .toWellFormed()
    .normalize('NFC')
    .replace(/[\p{Cc}/\\]/gu, '_');
  const ascii = plain
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^ -~]/g, '_')
    .replace(/["%]/g, '_');
  return `attachment; filename="${ascii}"; filename*=UTF-8''${percentEncoded(plain)}`;
}
