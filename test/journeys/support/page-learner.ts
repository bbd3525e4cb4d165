import type { Page } from 'playwright-core';
import type { Answers } from '../../../shared/domain/assessment.ts';
import { awaitMail, codeIn, mailTo } from './mailbox.ts';
import type { RunningSystem } from './running-system.ts';

export interface Person {
  readonly email: string;
  readonly givenName: string;
  readonly familyName: string;
  /** As the profile's select names it. */
  readonly profession: RegExp;
  readonly credentials: string;
}

/** What a person does on the site, found as a person finds it: by the words on the screen. */
export class PageLearner {
  readonly page: Page;
  readonly person: Person;
  readonly #system: Pick<RunningSystem, 'site' | 'mail'>;

  constructor(page: Page, person: Person, system: Pick<RunningSystem, 'site' | 'mail'>) {
    this.page = page;
    this.person = person;
    this.#system = system;
  }

  async open(path: string): Promise<void> {
    await this.page.goto(this.#system.site + path);
  }

  heading(name: string | RegExp) {
    return this.page.getByRole('heading', { name, level: 1 });
  }

  /** Signs in from the sign-in screen, by the code that is mailed. */
  async signIn(): Promise<void> {
    const { page, person } = this;
    const before = await codesTo(this.#system.mail, person.email);
    await page.getByLabel(/e-mail/i).fill(person.email);
    await page.getByRole('button', { name: /send.*code|continue|e-mail me/i }).click();
    const code = codeIn(await awaitMail(this.#system.mail, person.email, /sign-in code/i, before + 1));
    const field = page.getByLabel(/code/i);
    await field.fill(code);
    await page.getByRole('button', { name: /sign in/i }).click();
    // Whoever leaves before the answer is here is not signed in.
    await field.waitFor({ state: 'detached' });
  }

  /** Says how the name shall stand on certificates. */
  async completeProfile(): Promise<void> {
    const { page, person } = this;
    await page.getByLabel(/given name/i).fill(person.givenName);
    await page.getByLabel(/family name/i).fill(person.familyName);
    const select = page.getByLabel(/profession/i);
    const labels = await select.locator('option').allTextContents();
    const label = labels.find((text) => person.profession.test(text));
    if (!label) throw new Error(`No profession like ${person.profession} in ${labels.join(', ')}`);
    await select.selectOption({ label });
    await page.getByLabel(/credentials/i).fill(person.credentials);
    await page.getByRole('button', { name: /save|continue/i }).click();
  }

  /** Selects an option from the dropdown. */
  async selectOption(option: RegExp): Promise<void> {
    const { page } = this;
    const select = page.getByRole('combobox');
    const found = select.locator('option', { hasText: option }).first();
    await found.waitFor({ state: 'attached' });
    await select.selectOption({ label: (await found.textContent()) ?? '' });
  }

  /** Selects an option from the dropdown and starts the attempt. */
  async startAttempt(option: RegExp): Promise<void> {
    await this.selectOption(option);
    await this.page.getByRole('button', { name: 'Start Attempt' }).click();
  }

  /** Answers every question on the screen, one after another, up to the page that checks the answers. */
  async answerAll(textsOf: (question: string) => readonly string[]): Promise<void> {
    const { page } = this;
    for (let asked = 0; asked < 60; asked++) {
      const group = page.getByRole('group').first();
      await group.waitFor();
      const question = (await group.locator('legend').innerText()).trim();
      for (const text of textsOf(question)) await group.getByLabel(text, { exact: true }).check();
      const progress = await page
        .getByText(/question \d+ of \d+/i)
        .first()
        .innerText();
      const [, now, all] = /question (\d+) of (\d+)/i.exec(progress) ?? [];
      await page.getByRole('button', { name: /^(next|check|review)/i }).click();
      if (now === all) return;
      await page
        .getByText(new RegExp(`question ${Number(now) + 1} of`, 'i'))
        .first()
        .waitFor();
    }
  }

  /** As `answerAll`, with nothing but Tab, the arrows, Space and Enter. */
  async answerAllByKeyboard(textsOf: (question: string) => readonly string[]): Promise<void> {
    const { page } = this;
    for (let asked = 0; asked < 60; asked++) {
      const group = page.getByRole('group').first();
      await group.waitFor();
      // A new question has the focus on its heading; before that, a key would be too early for any person.
      await page.locator('h1:focus').waitFor();
      const question = (await group.locator('legend').innerText()).trim();
      for (const text of textsOf(question)) {
        const choice = group.getByLabel(text, { exact: true });
        await choice.focus();
        await page.keyboard.press('Space');
        if (!(await choice.isChecked())) throw new Error(`Space did not choose “${text}”`);
      }
      const progress =
        (await page
          .getByText(/question \d+ of \d+/i)
          .first()
          .textContent()) ?? '';
      const [, now, all] = /question (\d+) of (\d+)/i.exec(progress) ?? [];
      await tabTo(page, /^(next|check|review)/i);
      await page.keyboard.press('Enter');
      if (now === all) return;
      await page
        .getByText(new RegExp(`question ${Number(now) + 1} of`, 'i'))
        .first()
        .waitFor();
    }
  }

  async submitFinalAnswer(): Promise<void> {
    await this.page.getByRole('button', { name: 'Submit final answer' }).click();
  }

  /** Answers every question of the evaluation with its first option, or a sentence. */
  async completeEvaluation(): Promise<void> {
    const { page } = this;
    await this.heading(/course evaluation/i).waitFor();
    await page.getByRole('group').first().waitFor();
    for (const group of await page.getByRole('group').all()) {
      const option = group.locator('input[type=radio], input[type=checkbox]').first();
      if ((await option.count()) > 0) await option.check();
    }
    for (const text of await page.locator('textarea').all())
      await text.fill('I will ask about bleeding at each visit.');
    await page.getByRole('button', { name: /submit/i }).click();
  }
}

async function codesTo(mail: string, address: string): Promise<number> {
  return (await mailTo(mail, address)).filter(({ subject }) => /sign-in code/i.test(subject)).length;
}

/** The words of the right options of a question, by the question's words. */
export function rightTexts(
  questions: readonly {
    readonly questionId: string;
    readonly text: string;
    readonly options: readonly { readonly optionId: string; readonly text: string }[];
  }[],
  answers: Answers,
): (question: string) => readonly string[] {
  return (asked) => {
    const question = questions.find(({ text }) => asked.includes(text));
    if (!question) throw new Error(`No question like “${asked}”`);
    const right = answers[question.questionId] ?? [];
    return question.options.filter(({ optionId }) => right.includes(optionId)).map(({ text }) => text);
  };
}

/** Presses Tab until a button of that name has the focus. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  for (let presses = 0; presses < 40; presses++) {
    const focused = await page.evaluate(() => document.activeElement?.textContent ?? '');
    if (name.test(focused.trim())) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`No way to ${name} by the Tab key`);
}
