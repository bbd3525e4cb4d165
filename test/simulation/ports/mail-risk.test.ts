import { beforeEach, describe, expect, it } from 'vitest';
import { type MailRisk, mailRisk } from './mail-risk.ts';

let excused: number;
let risk: MailRisk;
beforeEach(() => {
  excused = 0;
  risk = mailRisk(() => {
    excused++;
  });
});

describe('one more delivery of a mail is excused', () => {
  it('once, when the process dies before it stands written that the mail was sent', () => {
    risk.replied();
    risk.met('crash-before');
    risk.met('time-out');
    expect(excused).toBe(1);
  });

  it('when the reply of the mail service is lost', () => {
    risk.met('lose-reply');
    expect(excused).toBe(1);
  });

  it('when it could not be written down in five tries, and not in four', () => {
    risk.replied();
    for (const fault of ['throttle', 'conflict', 'throttle', 'lose-reply'] as const) risk.met(fault);
    expect(excused).toBe(0);
    risk.met('throttle');
    expect(excused).toBe(1);
  });
});

it('nothing that is met once it stands written excuses anything', () => {
  risk.replied();
  risk.settled();
  risk.met('crash-after');
  expect(excused).toBe(0);
});
