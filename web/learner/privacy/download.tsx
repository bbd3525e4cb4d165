import { useState } from 'preact/hooks';
import { offline, type Result, readAnswer } from '../../client.ts';
import { Button } from '../../components/button.tsx';
import { dayOf } from '../../components/dates.ts';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { useSending } from '../../components/sending.ts';
import { saveFile } from '../screens/csv.ts';

/** Fetches the export as the text that it is, so that the file holds what the service sent. */
async function exported(): Promise<Result<string>> {
  try {
    const response = await fetch('/api/privacy/export', { credentials: 'same-origin' });
    return response.ok
      ? { ok: true, status: response.status, body: await response.text() }
      : await readAnswer<string>(response);
  } catch {
    return { ok: false, problem: offline };
  }
}

/** Hands the learner everything about them as one file. */
export function Download() {
  const { busy, problem, send } = useSending();
  const [saved, setSaved] = useState('');
  const download = async (): Promise<void> => {
    setSaved('');
    const text = await send(exported);
    if (text === undefined) return;
    const name = `credit-wallet-data-${dayOf(new Date().toISOString())}.json`;
    saveFile(name, text, 'application/json');
    setSaved(name);
  };
  return (
    <>
      <p>
        One file with your profile, sign-ins, attempts and answers, credit, certificates, e-mails sent and permissions,
        each part explained. It is JSON, which other programs can read; it takes a few seconds.
      </p>
      {problem && <ProblemNotice problem={problem} />}
      <div class="actions">
        <Button kind="secondary" busy={busy} onClick={download}>
          Download my data
        </Button>
        <span role="status">{busy ? 'Collecting your data…' : saved && `Saved as ${saved}.`}</span>
      </div>
      <p class="quiet small">
        The PDFs of your certificates are not in it: open a certificate and press Download PDF. Keep the file where only
        you can read it.
      </p>
    </>
  );
}
