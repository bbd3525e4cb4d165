/** What a learner is told while an attempt is graded. */
export function gradingText(elapsedMs: number): string {
  if (elapsedMs < 10_000) return 'Grading your answers. This takes up to 30 seconds; you may leave this page.';
  return elapsedMs < 30_000
    ? 'Still grading…'
    : 'This is taking longer than usual. Your answers are safe, and the result will be on the activity page; you need not wait here.';
}

/** What a learner is told while a certificate is issued. */
export const issuingText = (elapsedMs: number): string =>
  elapsedMs < 30_000
    ? 'Your claim is recorded, and your certificate is being issued. This takes a few seconds.'
    : 'This is taking longer than usual. Your claim is safe, and the certificate will be in your dashboard; you need not wait here.';
