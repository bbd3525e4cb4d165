import { DAY } from '../../../shared/domain/kinds.ts';
import type { Mail, Table } from '../../../shared/ports.ts';
import {
  careless,
  dataOf,
  isPutOf,
  leavingOut,
  only,
  onlyTable,
  type PlantsByName,
  puttingOtherwise,
  showingOtherwise,
  withData,
} from './plant.ts';

const sending = ['send-award-email', 'sweep'];

/** Rows of mail as the work index shows them, in the place of what they are by now. */
function takenFromIndex(table: Table): Table {
  const listed = new Map<string, Awaited<ReturnType<Table['get']>>>();
  return {
    ...table,
    async queryWork(query) {
      const page = await table.queryWork(query);
      for (const row of page.rows) listed.set(row.pk, row);
      return page;
    },
    get: async (key) => (key.pk.startsWith('MAIL#') && listed.get(key.pk)) || table.get(key),
  };
}

/** Writes that a mail was sent, and takes no notice when that fails. */
const sentWrittenOnce = (table: Table): Table => ({
  ...table,
  async write(writes) {
    const saysSent = writes.some((write) => isPutOf('mail')(write) && dataOf(write.row).status === 'sent');
    await table.write(writes).catch((error: unknown) => {
      if (!saysSent) throw error;
    });
  },
});

/** Bugs between a certificate and the mail that tells of it. */
export const mailPlants: PlantsByName = {
  'what is told late of a former sending calls off the one that was asked for since': {
    finds: /nobody reported that of its last sending|without being sent/,
    ports: onlyTable(
      ['feedback'],
      showingOtherwise('mail', ({ formerIds: _, ...mail }) => ({ ...mail, tries: 1 })),
    ),
  },
  'what the mail service tells twice is written down twice': {
    finds: /sendings of .* were (bounced|complained), and \d+ are in the audit trail/,
    ports: onlyTable(
      ['feedback'],
      showingOtherwise('mail', ({ reported: _, ...mail }) => mail),
    ),
  },
  'that a mail came back is audited and not kept with it': {
    finds: /The mail .* was (bounced|complained), and is/,
    ports: onlyTable(
      ['feedback'],
      puttingOtherwise('mail', (row) => withData(row, { ...dataOf(row), status: 'sent' })),
    ),
  },
  'mail is sent without a lease': {
    finds: /was delivered \d+ times/,
    table: (table) => {
      const unconditional = careless(isPutOf('mail'))(table);
      const isLease = (write: Parameters<typeof table.write>[0][number]) =>
        isPutOf('mail')(write) && dataOf(write.row).status === 'leased';
      return leavingOut(isLease)(unconditional);
    },
  },
  'mail is sent by what a lagging index says of it': {
    finds: /was delivered \d+ times/,
    ports: onlyTable(['sweep'], (table) => takenFromIndex(careless(isPutOf('mail'))(table))),
  },
  'mail is sent before what it tells of is written': {
    finds: /was delivered \d+ times|went to another address/,
    ports: only(['render-certificate'], ({ table, mailer }) => ({
      table: {
        ...table,
        async write(writes) {
          for (const { row } of writes.filter(isPutOf('mail'))) {
            const { messageKey, certificateId } = dataOf(row);
            const mail: Mail = {
              ...{ to: 'learner-1@example.org', subject: 'Your certificate', html: '' },
              text: `/c/${String(certificateId)}`,
            };
            await mailer.send({ ...mail, messageKey: String(messageKey) });
          }
          await table.write(writes);
        },
      },
    })),
  },
  'a sent mail is never marked as sent': {
    finds: /^The mail/,
    table: puttingOtherwise('mail', (row) =>
      dataOf(row).status === 'sent' ? withData(row, { ...dataOf(row), status: 'queued' }) : row,
    ),
  },
  'mail goes to whom the last one went to': {
    finds: /went to another address/,
    ports: () => {
      let last: string | undefined;
      return (ports, name) =>
        sending.includes(name)
          ? {
              ...ports,
              mailer: {
                async send(mail) {
                  const to = last ?? mail.to;
                  last = mail.to;
                  return ports.mailer.send({ ...mail, to });
                },
              },
            }
          : ports;
    },
  },
  'mail is given up on at its first trouble': {
    finds: /The mail .* is parked/,
    ports: onlyTable(
      sending,
      puttingOtherwise('mail', (row) =>
        dataOf(row).status === 'queued' && dataOf(row).problem
          ? withData(row, { ...dataOf(row), status: 'parked' })
          : row,
      ),
    ),
  },
  'mail is given up on after two days': {
    finds: /The mail .* is parked/,
    ports: onlyTable(
      sending,
      puttingOtherwise('mail', (row) => {
        const { status, problem, createdAt, dueAt } = dataOf(row);
        const triedMs = Date.parse(String(dueAt)) - Date.parse(String(createdAt));
        return status === 'queued' && problem && triedMs > 2 * DAY
          ? withData(row, { ...dataOf(row), status: 'parked' })
          : row;
      }),
    ),
  },
  'a lease that ran out is looked for by nobody': {
    finds: /The mail .* is leased/,
    table: puttingOtherwise('mail', ({ workPk, workSk, ...row }) =>
      dataOf(row).status === 'leased' ? row : { ...row, ...(workPk && workSk && { workPk, workSk }) },
    ),
  },
  'that a mail was sent is written down at the first try or not at all': {
    finds: /was delivered \d+ times/,
    ports: onlyTable(sending, sentWrittenOnce),
  },
  'nobody is mailed of a revocation or a suspension': {
    finds: /The mail change-.* was never asked for/,
    table: leavingOut((write) => isPutOf('mail')(write) && /revoked|suspended/.test(String(dataOf(write.row).kind))),
  },
  'the mail of a change is withdrawn without a reason': {
    finds: /The mail change-.* is withdrawn/,
    table: puttingOtherwise('mail', ({ workPk, workSk, ...row }) =>
      dataOf(row).kind === 'certificate.revoked'
        ? withData(row, { ...dataOf(row), status: 'withdrawn' })
        : { ...row, ...(workPk && workSk && { workPk, workSk }) },
    ),
  },
};
