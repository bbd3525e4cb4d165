/**
 * Compares a file with a certificate, on the reader's own device: it is hashed here and sent nowhere. The page is whole
 * without this, and says then how the hash is computed by hand.
 */
const form = document.querySelector<HTMLElement>('[data-drop]');
const input = form?.querySelector('input');
const verdicts = document.querySelectorAll<HTMLElement>('[data-verdict]');

const show = (verdict: string, fileName = ''): void => {
  for (const element of verdicts) {
    element.hidden = element.dataset.verdict !== verdict;
    for (const name of element.querySelectorAll('[data-file]')) name.textContent = fileName;
  }
};

const hexOf = (bytes: ArrayBuffer): string =>
  [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('');

async function check(file: File | undefined): Promise<void> {
  if (!file || !form) return;
  show('reading');
  try {
    const sha256 = hexOf(await crypto.subtle.digest('SHA-256', await file.arrayBuffer()));
    const known = [...verdicts].some(({ dataset }) => dataset.verdict === sha256);
    show(known ? sha256 : 'other', file.name);
  } catch {
    show('unreadable', file.name);
  }
}

if (form && input) {
  form.hidden = false;
  input.addEventListener('change', () => void check(input.files?.[0]));
  // A file that misses the box must not open in the page's place.
  addEventListener('dragover', (event) => event.preventDefault());
  addEventListener('drop', (event) => {
    event.preventDefault();
    void check(event.dataTransfer?.files[0]);
  });
}
