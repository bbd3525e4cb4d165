import type { Page } from 'playwright-core';

/** The attempt that a page shows, as the API gives it to that page. */
export async function attemptOf(page: Page): Promise<{
  readonly questions: readonly {
    readonly questionId: string;
    readonly text: string;
    readonly options: readonly { readonly optionId: string; readonly text: string }[];
  }[];
}> {
  const attemptId = /\/attempts\/([^/?#]+)/.exec(page.url())?.[1];
  return page.evaluate(async (id) => (await fetch(`/api/attempts/${id}`)).json(), attemptId);
}
