import { simpleParser } from 'mailparser';
import MailComposer from 'nodemailer/lib/mail-composer/index.js';
import { describe, expect, it } from 'vitest';
import { awardMail } from '../../../shared/documents/mail/award-mail.ts';
import type { MailContent } from '../../../shared/documents/mail/layout.ts';
import { reminderMail } from '../../../shared/documents/mail/reminder-mail.ts';
import { signInMail } from '../../../shared/documents/mail/sign-in-mail.ts';
import { staffSignInMail } from '../../../shared/documents/mail/staff-sign-in-mail.ts';

const site = 'https://credit.meridian-society.example';
const award = {
  name: 'Amélie Nguyễn, MD',
  title: 'Anticoagulation in Older Adults: Weighing Bleeding Against Stroke',
  credits: [
    { basis: 'awarded', phrase: '1.25 AMA PRA Category 1 Credits™' },
    { basis: 'awarded', phrase: '1 ANCC contact hour' },
  ],
  dashboardUrl: `${site}/wallet`,
  certificateUrl: `${site}/c/4mz8q0v7c1x2k3j4h5g6f7d8s9`,
  activityUrl: `${site}/a/anticoagulation`,
  providerName: 'Meridian Society for Continuing Education',
  providerContact: 'help@meridian-society.example',
} as const;
const signIn = { code: '7KQ2-M9XA', siteUrl: site, minutes: 10, providerName: award.providerName };

/** Sends a mail as the mailer does, and reads it as its receiver's program does. */
async function received(content: MailContent) {
  const composer = new MailComposer({ from: 'wallet@meridian-society.example', to: 'ada@clinic.example', ...content });
  return simpleParser(await composer.compile().build());
}

describe('the mail about an award', () => {
  it('says what was awarded and links to dashboard, certificate and course, in text and in HTML', async () => {
    const mail = await received(awardMail(award));
    expect(mail.subject).toBe(`Your credit has been awarded: ${award.title}`);
    for (const part of [mail.text ?? '', mail.html || '']) {
      for (const link of [award.dashboardUrl, award.certificateUrl, award.activityUrl]) expect(part).toContain(link);
      for (const fact of ['Amélie Nguyễn, MD', '1 ANCC contact hour', award.providerContact, award.providerName])
        expect(part).toContain(fact);
    }
    expect(mail.text).toContain('You have been awarded 1.25 AMA PRA Category 1 Credits™');
    expect(mail.html).toContain('<i>AMA PRA Category 1 Credits™</i>');
  });

  it('keeps a name that runs from right to left to itself, in text and in HTML', async () => {
    const mail = await received(awardMail({ ...award, name: 'شرف, MD' }));
    expect(mail.text).toContain('\u2068شرف, MD\u2069,');
    expect(mail.html).toContain('<bdi dir="auto" lang="">شرف, MD</bdi>, thank you');
  });

  it('never tells those who attended that they were awarded the credit', async () => {
    const credits = [{ basis: 'attendance', phrase: '1.5 AMA PRA Category 1 Credits™' }] as const;
    const mail = await received(awardMail({ ...award, credits }));
    expect(mail.subject).toBe(`Your participation is certified: ${award.title}`);
    expect(mail.text).toContain('The activity was designated for 1.5 AMA PRA Category 1 Credits™');
    expect(`${mail.subject}${mail.text}${mail.html}`).not.toMatch(/been awarded/);
  });

  it('lets nobody add a header, a line or markup through a name or a title', async () => {
    const evil = 'Care\r\nBcc: all@clinic.example\r\n\r\n<script>alert(1)</script>\u2028Code: AAAA-AAAA\u0000';
    const phrase = evil;
    const mail = await received(
      awardMail({
        ...award,
        name: evil,
        title: evil,
        providerName: evil,
        providerContact: evil,
        credits: [{ basis: 'awarded', phrase }],
      }),
    );
    expect(mail.bcc).toBeUndefined();
    expect([...mail.headers.keys()].toSorted()).toEqual(
      [...(await received(awardMail(award))).headers.keys()].toSorted(),
    );
    expect(mail.text?.split('\n').filter((line) => /^(Bcc|Code):/.test(line))).toEqual([]);
    expect(mail.html).not.toContain('<script');
    expect(mail.subject).toContain('Care Bcc: all@clinic.example <script>');
  });
});

describe('the sign-in mail', () => {
  it('brings the code on a line of its own, how long it works and where', async () => {
    const mail = await received(signInMail(signIn));
    expect(mail.text?.split('\n')).toContain('Code: 7KQ2-M9XA');
    for (const part of [mail.text ?? '', mail.html || '']) {
      expect(part).toContain('7KQ2-M9XA');
      expect(part).toContain('for 10 minutes, and only in the browser window where you asked for it');
      expect(part).toContain(`${site}/sign-in?mailed`);
    }
  });

  it('has no link that carries anything of the code or the person', async () => {
    const mail = await received(signInMail(signIn));
    const links = [...`${mail.text} ${mail.html}`.matchAll(/https?:\/\/[^\s"<]+/g)].map(([link]) => link);
    expect(new Set(links)).toEqual(new Set([`${site}/sign-in?mailed`]));
    expect(mail.subject).not.toContain('7KQ2');
  });
});

describe('the sign-in mail of staff', () => {
  const links = (part: string): readonly string[] => [...part.matchAll(/https?:\/\/[^\s"<]+/g)].map(([link]) => link);

  it('leads to the console, to a page that says where the code is typed', async () => {
    const mail = await received(staffSignInMail(signIn));
    expect(new Set(links(`${mail.text} ${mail.html}`))).toEqual(new Set([`${site}/admin/sign-in?mailed`]));
  });

  it('leads whoever is not staff to the learners’ site, as it says', async () => {
    const { code, ...stranger } = signIn;
    const mail = await received(staffSignInMail(stranger));
    expect(mail.text).toContain('sign in on the learners’ site');
    expect(new Set(links(`${mail.text} ${mail.html}`))).toEqual(new Set([`${site}/`]));
  });
});

describe('every mail', () => {
  it.each([
    ['award', awardMail(award)],
    ['sign-in', signInMail(signIn)],
  ])('reads without fetching anything and without a table of columns: %s', (_name, { html, subject }) => {
    expect(html).not.toMatch(/<img|<link|<script|url\(|@import|@font-face/i);
    expect(html.replace(/<!--.*?-->/gs, '')).not.toContain('<table');
    expect(html).toContain('<meta name="color-scheme" content="light dark">');
    expect(subject).not.toMatch(/[\r\n]/);
  });
});

describe('the mail that reminds of credit that waits', () => {
  const waits = { title: award.title, activityUrl: award.activityUrl, isEvaluated: false };
  const about = { ...waits, providerName: award.providerName, providerContact: award.providerContact };

  it('says what is left, where, and that there is no other reminder, in text and in HTML', async () => {
    for (const [isEvaluated, left] of [
      [false, 'Complete the Course Evaluation and claim your credit'],
      [true, 'Claim your credit'],
    ] as const) {
      const mail = await received(reminderMail({ ...about, isEvaluated }));
      expect(mail.subject).toBe(`Your credit waits for you: ${award.title}`);
      for (const part of [mail.text ?? '', mail.html || ''])
        for (const fact of [left, award.activityUrl, 'the only reminder', award.providerName, award.providerContact])
          expect(part).toContain(fact);
    }
  });

  it('lets nobody add a header, a line or markup through a title', async () => {
    const title = 'Care\r\nBcc: all@clinic.example\r\n\r\n<script>alert(1)</script>';
    const mail = await received(reminderMail({ ...about, title }));
    expect(mail.bcc).toBeUndefined();
    expect(mail.headers.has('bcc')).toBe(false);
    expect(mail.html).not.toContain('<script>');
  });
});
