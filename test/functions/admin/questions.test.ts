import { beforeEach, describe, expect, it } from 'vitest';
import { questionFormats, readBank } from '../../../shared/authoring/questions/formats.ts';
import { csvOf } from '../../../shared/documents/csv.ts';
import { bankOf200, faultsOf200 } from '../../support/bank.ts';
import { createWriter, writtenDocument } from '../../support/drafting.ts';
import { createLearner } from '../../support/learner.ts';
import '../../support/refusals.ts';
import { createService, type Service } from '../../support/service.ts';
import { createStaff, type StaffBrowser } from '../../support/staff.ts';

let service: Service;
let coordinator: StaffBrowser;
beforeEach(async () => {
  service = createService();
  coordinator = await createStaff(service, 'coordinator');
});

const audited = () =>
  service.table
    .rows()
    .filter(({ pk }) => pk.startsWith('AUDIT#'))
    .map(({ data }) => data as { by: string; type: string; data: Record<string, unknown> })
    .filter(({ type }) => /^(?:import|questions)\./.test(type));

const learnersCsv = csvOf([
  ['E-mail', 'First name', 'Last name', 'Profession', 'Credentials'],
  ['new@clinic.example', 'Ada', 'Nguyễn', 'Nurse', 'RN'],
  ['known@clinic.example', 'Somebody', 'Else', 'physician', ''],
  ['NEW@clinic.example', 'Twice', 'Told', 'nurse', ''],
  ['nonsense', '', 'Name', 'wizard', ''],
]);

async function handIn(kind: 'learners' | 'credits', text: string, staff = coordinator) {
  const { status, body } = await staff.ask('importTable', { body: { kind, fileName: `${kind}.csv`, text } });
  expect(status).toBe(201);
  return body;
}
const advance = async (importId: string, staff = coordinator) =>
  (await staff.ask('advanceImport', { params: { importId } })).body;
const report = async (importId: string, staff = coordinator) =>
  (await staff.ask('getImport', { params: { importId } })).body;
const run = (importId: string, leavingOut: number, staff = coordinator) =>
  staff.ask('runImport', { params: { importId }, body: { leavingOut } });
const results = async (importId: string, staff = coordinator) =>
  (await staff.ask('getImportResults', { params: { importId } })).text
    .replace('\ufeff', '')
    .trim()
    .split('\r\n')
    .map((line) => line.slice(1, -1).split('","'));

describe('an import of learners', () => {
  it('tells what is wrong with which rows before anything is written, and then makes accounts that sign in later', async () => {
    const known = await createLearner(service, { email: 'known@clinic.example' });
    const { importId, rows, state } = await handIn('learners', learnersCsv);
    expect({ rows, state }).toEqual({ rows: 4, state: 'checking' });
    const before = service.table.rows().filter(({ pk }) => pk.startsWith('LEARNER#')).length;
    expect(await advance(importId)).toMatchObject({ state: 'checked', checked: 4, bad: 2 });
    const { noted } = await report(importId);
    expect(noted.map(({ line, good, said }) => [line, good, ...said.map(({ message }) => message)])).toEqual([
      [4, false, 'Line 2 says the same.'],
      [
        ...[5, false, 'The cell “email” holds no e-mail address.', 'The cell “given name” is empty.'],
        '“wizard” is no profession that is known here.',
      ],
      [3, true, 'The account has another name, profession or credentials, which stay.'],
    ]);
    // Nothing of a person but what staff need to find the row.
    expect(JSON.stringify(noted)).not.toContain('clinic.example');
    expect(service.table.rows().filter(({ pk }) => pk.startsWith('LEARNER#'))).toHaveLength(before);

    expect(await run(importId, 1)).toBeRefusedFor('left-out-miscounted');
    expect((await run(importId, 2)).status).toBe(200);
    expect(await advance(importId)).toMatchObject({
      ...{ state: 'done', done: 4, by: 'The coordinator', runBy: 'The coordinator' },
      fates: { added: 1, unchanged: 0, kept: 1, 'left-out': 2 },
    });
    expect((await results(importId)).map(([line, , , outcome]) => [line, outcome])).toEqual([
      ['line', 'outcome'],
      ['2', 'added'],
      ['3', 'kept as it was'],
      ['4', 'left out'],
      ['5', 'left out'],
    ]);
    const ada = await createLearner(service, { email: 'new@clinic.example', profile: null });
    expect((await ada.ask('getMe')).body).toMatchObject({ nameOnCertificate: 'Ada Nguyễn, RN', profession: 'nurse' });
    expect((await known.ask('getMe')).body.nameOnCertificate).not.toContain('Somebody');
    expect(audited()).toMatchObject([
      { by: coordinator.staffId, type: 'import.started', data: { kind: 'learners', rows: 4, leavingOut: 2 } },
      { by: coordinator.staffId, type: 'import.ended', data: { ended: 'done', added: 1, kept: 1, leftOut: 2 } },
    ]);
    expect(service.undeclared).toEqual([]);
  });

  it('goes on by itself when whoever followed it is gone, and ends the same', async () => {
    const rows = Array.from({ length: 250 }, (_, index) => [
      `l${index}@clinic.example`,
      'Given',
      `Name ${index}`,
      'nurse',
    ]);
    const text = csvOf([['email', 'given name', 'family name', 'profession'], ...rows]);
    const { importId } = await handIn('learners', text);
    await service.carryOnImports();
    expect((await report(importId)).checked).toBe(0); // somebody may still be looking
    service.pass(60_000);
    await service.carryOnImports();
    expect(await report(importId)).toMatchObject({ state: 'checked', bad: 0 });
    await run(importId, 0);
    service.pass(60_000);
    await service.carryOnImports();
    expect(await report(importId)).toMatchObject({ state: 'done', done: 250, fates: { added: 250 } });
    // The same file again changes nothing.
    const again = await handIn('learners', text);
    await advance(again.importId);
    await run(again.importId, 0);
    expect(await advance(again.importId)).toMatchObject({ state: 'done', fates: { unchanged: 250, added: 0 } });
  });

  it('that dies at any write goes on and brings every row in once', async () => {
    const rows = Array.from({ length: 120 }, (_, index) => [
      `l${index}@clinic.example`,
      'Given',
      `Name ${index}`,
      'nurse',
    ]);
    const { importId } = await handIn(
      'learners',
      csvOf([['email', 'given name', 'family name', 'profession'], ...rows]),
    );
    await advance(importId);
    await run(importId, 0);
    const { write } = service.table;
    let left = 70;
    service.table.write = async (writes) => {
      left -= 1;
      if (left < 0) throw new Error('The process died');
      return write(writes);
    };
    expect((await coordinator.ask('advanceImport', { params: { importId } })).status).toBe(500);
    service.table.write = write;
    expect(await advance(importId)).toMatchObject({ state: 'done', done: 120 });
    expect((await results(importId)).slice(1).every(([, , , outcome]) => outcome !== 'left out')).toBe(true);
    const addresses = service.table.rows().filter(({ pk }) => pk.startsWith('ADDRESS#'));
    expect(addresses).toHaveLength(120);
  });
});

describe('an import of credits of before', () => {
  const head = ['email', 'activity title', 'activity id', 'credit type', 'credits', 'date', 'certificate number'];
  const credits = (...rows: readonly (readonly string[])[]): string => csvOf([head, ...rows]);

  it('records history that is no award: the ledger, the transcript and the certificates know nothing of it', async () => {
    const learner = await createLearner(service, { email: 'known@clinic.example' });
    const text = credits(
      ['known@clinic.example', 'Sepsis in 2019', 'OLD-7', 'AMA PRA Category 1 Credit', '1.25', '2019-05-02', 'C-0815'],
      ['nobody@clinic.example', 'Sepsis in 2019', '', 'ancc', '1', '2019-05-02', ''],
      ['known@clinic.example', 'Still to come', '', 'ama-pra-category-1', '1', '2031-01-01', ''],
      ['known@clinic.example', 'Too much', '', 'Gold stars', '1.255', 'May 2019', ''],
    );
    const { importId } = await handIn('credits', text);
    await advance(importId);
    const { noted } = await report(importId);
    expect(noted.map(({ line, said }) => [line, said.length])).toEqual([
      [3, 1],
      [4, 1],
      [5, 3],
    ]);
    await run(importId, 3);
    expect(await advance(importId)).toMatchObject({ state: 'done', fates: { added: 1, 'left-out': 3 } });
    const learnerId = (await learner.ask('getMe')).body.learnerId;
    const listed = await coordinator.ask('listEarlierCredits', { params: { learnerId } });
    expect(listed.body.credits).toMatchObject([
      { title: 'Sepsis in 2019', creditType: 'ama-pra-category-1', amount: 125, certificateNumber: 'C-0815', importId },
    ]);
    expect(listed.body.credits[0]?.names.plural).toBe('AMA PRA Category 1 Credits™');
    expect((await learner.ask('getTranscript')).text).not.toContain('Sepsis');
    expect(service.table.rows().filter(({ pk }) => pk.startsWith('LEDGER#') || pk.startsWith('CREDIT#'))).toEqual([]);
    // What it was for is the learner's own matter: sealed, and theirs to take along.
    const row = service.table.rows().find(({ sk }) => sk.startsWith('EARLIER#'));
    expect(JSON.stringify(row)).not.toContain('Sepsis');
    expect((await learner.ask('exportData')).text).toContain('Sepsis in 2019');
  });

  it('again changes nothing; with another amount under the same certificate number it is a fault', async () => {
    await createLearner(service, { email: 'known@clinic.example' });
    const row = ['known@clinic.example', 'Sepsis', '', 'ama-pra-category-1', '1', '2019-05-02', 'C-1'];
    for (const [fates, text] of [
      [{ added: 1 }, credits(row)],
      [{ unchanged: 1, added: 0 }, credits(row)],
    ] as const) {
      const { importId } = await handIn('credits', text);
      await advance(importId);
      await run(importId, 0);
      expect(await advance(importId)).toMatchObject({ fates });
    }
    const other = await handIn('credits', credits([...row.slice(0, 4), '2', ...row.slice(5)]));
    expect(await advance(other.importId)).toMatchObject({ bad: 1 });
    expect(await run(other.importId, 1)).toBeRefusedFor('nothing-to-bring-in');
  });

  it('is gone with everything else when its learner has the account erased', async () => {
    const learner = await createLearner(service, { email: 'known@clinic.example' });
    const { importId } = await handIn(
      'credits',
      credits(['known@clinic.example', 'Sepsis', '', 'aafp-prescribed', '1', '2019-05-02', '']),
    );
    await advance(importId);
    await run(importId, 0);
    await advance(importId);
    const { learnerId } = (await learner.ask('getMe')).body;
    await service.eraseLearner({ learner: learnerId, by: 'tester', reason: 'They asked.' });
    service.pass(8 * 86_400_000);
    await service.eraseLearners();
    service.pass(3_600_000);
    await service.eraseLearners();
    coordinator = await createStaff(service, 'coordinator');
    expect((await coordinator.ask('listEarlierCredits', { params: { learnerId } })).body.credits).toEqual([]);
    expect(service.undeclared).toEqual([]);
  });
});

describe('an import', () => {
  it('is refused at once where the file is none of its kind', async () => {
    for (const text of ['what\n1\n', 'email,given name,family name,profession\n', 'x'.repeat(2_000_001)])
      expect(
        await coordinator.ask('importTable', { body: { kind: 'learners', fileName: 'a.csv', text } }),
      ).toBeRefusedFor('file-unreadable');
  });

  it('of people is nothing that an author sees, and nothing that an auditor starts', async () => {
    const { importId } = await handIn('learners', learnersCsv);
    const author = await createStaff(service, 'author');
    const auditor = await createStaff(service, 'auditor');
    expect((await author.ask('getImport', { params: { importId } })).status).toBe(404);
    expect((await author.ask('advanceImport', { params: { importId } })).status).toBe(404);
    expect((await run(importId, 0, author)).status).toBe(404);
    expect((await author.ask('listImports')).body.imports).toEqual([]);
    expect((await auditor.ask('listImports')).body.imports).toHaveLength(1);
    expect(await run(importId, 0, auditor)).toBeRefusedFor('role-may-not');
  });

  it('does not run before it is checked, and runs once however often that is asked for', async () => {
    const { importId } = await handIn('learners', learnersCsv);
    expect(await run(importId, 0)).toBeRefusedFor('not-checked');
    await advance(importId);
    await run(importId, 2);
    await run(importId, 2);
    await advance(importId);
    await run(importId, 2);
    expect(audited().filter(({ type }) => type === 'import.started')).toHaveLength(1);
    expect(audited().filter(({ type }) => type === 'import.ended')).toHaveLength(1);
  });
});

describe('an import of questions', () => {
  const params = { activityId: 'wound-care' };
  const assessment = 'post-test';
  const author = async () => {
    const staff = await createStaff(service, 'author');
    const writer = createWriter(staff);
    await writer.create();
    await writer.write(writtenDocument());
    return { staff, writer };
  };
  const asked = async (writer: ReturnType<typeof createWriter>) => {
    const { parts } = await writer.draft();
    const outline = parts.outline?.content as { assessments: { part: string; questions: string[] }[] };
    return outline.assessments.find(({ part }) => parts[part]?.content.id === assessment)?.questions ?? [];
  };
  const handInBank = (staff: StaffBrowser, text: string, format = 'gift') =>
    staff.ask('importQuestions', {
      params,
      body: { fileName: 'bank.txt', format, assessment, documents: [{ text }] },
    });

  it('brings 195 of 200 in by one write, and says of the other 5 which they are and why', async () => {
    const { staff, writer } = await author();
    const before = await asked(writer);
    const { importId, rows } = (await handInBank(staff, bankOf200)).body;
    expect(rows).toBe(200);
    expect(await advance(importId, staff)).toMatchObject({ state: 'checked', bad: 5 });
    const { noted } = await report(importId, staff);
    expect(noted.map(({ line, item, said }) => [line, item, said[0]?.message])).toEqual(faultsOf200);
    expect(await asked(writer)).toEqual(before);
    service.pass(60_000);
    await run(importId, 5, staff);
    expect(await advance(importId, staff)).toMatchObject({ state: 'done', fates: { added: 195, 'left-out': 5 } });
    const after = await asked(writer);
    expect(after).toHaveLength(before.length + 195);
    expect(after.slice(0, before.length)).toEqual(before);
    expect((await results(importId, staff)).filter(([, , , outcome]) => outcome === 'left out')).toHaveLength(5);
    // Publishing goes by it: what was brought in is a change that is not published yet, by whoever had it brought in.
    expect((await writer.draft()).activity).toMatchObject({ unpublished: true, changedAt: service.now() });
    // The draft is whole: what was brought in can be checked and published as anything that was typed.
    const checklist = await staff.ask('checkDraft', { params });
    expect(JSON.stringify(checklist.body)).not.toContain('/questions/');
    expect(service.undeclared).toEqual([]);
    // The bank again adds nothing.
    const again = (await handInBank(staff, bankOf200)).body;
    await advance(again.importId, staff);
    await run(again.importId, 5, staff);
    expect(await advance(again.importId, staff)).toMatchObject({ fates: { added: 0, unchanged: 195 } });
    expect(await asked(writer)).toEqual(after);
  });

  it('that dies between its writes shows nobody a part of the bank, and goes on', async () => {
    const { staff, writer } = await author();
    const before = await asked(writer);
    const { importId } = (await handInBank(staff, bankOf200)).body;
    await advance(importId, staff);
    await run(importId, 5, staff);
    const { write } = service.table;
    let left = 2;
    service.table.write = async (writes) => {
      left -= 1;
      if (left < 0) throw new Error('The process died');
      return write(writes);
    };
    expect((await staff.ask('advanceImport', { params: { importId } })).status).toBe(500);
    service.table.write = write;
    expect(await asked(writer)).toEqual(before);
    expect(await advance(importId, staff)).toMatchObject({ state: 'done', fates: { added: 195 } });
    expect(await asked(writer)).toHaveLength(before.length + 195);
  });

  it('from the command line goes the same way, and leaves the same trace', async () => {
    const { writer } = await author();
    const input = {
      ...params,
      assessment,
      format: 'gift',
      fileName: 'bank.gift',
      by: 'tester',
      documents: [{ text: bankOf200 }],
    };
    expect(await service.importBank({ ...input, leavingOut: 4 })).toMatchObject({ outcome: 'refused' });
    expect(await service.importBank({ ...input, activityId: 'none', leavingOut: 5 })).toMatchObject({
      outcome: 'refused',
    });
    expect(await service.importBank({ ...input, leavingOut: 5 })).toMatchObject({
      ...{ outcome: 'imported', added: 195, unchanged: 0, leftOut: 5 },
    });
    expect(await asked(writer)).toHaveLength(199);
    expect(audited().map(({ by, type }) => [by, type])).toEqual([
      ['tester', 'import.started'],
      ['tester', 'import.ended'],
    ]);
    expect(service.undeclared).toEqual([]);
  });

  it('meets an author who writes at the same draft: neither loses anything', async () => {
    const { staff, writer } = await author();
    const { importId } = (await handInBank(staff, bankOf200)).body;
    await advance(importId, staff);
    await run(importId, 5, staff);
    const outline = (await writer.draft()).parts.outline?.content as { assessments: { questions: string[] }[] };
    const { write } = service.table;
    service.table.write = async (writes) => {
      service.table.write = write;
      await write(writes);
      // The author takes a question away while the bank is written.
      const assessments = outline.assessments.map((one) => ({ ...one, questions: one.questions.slice(1) }));
      await writer.save('outline', { assessments });
    };
    await advance(importId, staff);
    const after = await asked(writer);
    expect(after).toHaveLength(4 - 1 + 195);
  });

  it('is refused for a draft, an assessment or a format that is not there, and fails when the draft changed so', async () => {
    const { staff, writer } = await author();
    const send = (more: object, at = params) =>
      staff.ask('importQuestions', {
        params: at,
        body: { fileName: 'b', format: 'gift', assessment, documents: [{ text: bankOf200 }], ...more },
      });
    expect((await send({}, { activityId: 'none' })).status).toBe(404);
    expect((await send({ assessment: 'none' })).status).toBe(404);
    expect(await send({ format: 'word' })).toBeRefusedFor('file-unreadable');
    expect(await send({ format: 'moodle-xml' })).toBeRefusedFor('file-unreadable');
    const { importId } = (await send({})).body;
    await advance(importId, staff);
    await run(importId, 5, staff);
    await writer.save('outline', { assessments: [] });
    expect(await advance(importId, staff)).toMatchObject({
      ...{ state: 'failed', done: 0 },
      failure: 'The draft, or the assessment in it, is not there any more. Nothing was brought in.',
    });
  });

  it.each(questionFormats)('comes out again in %s as it went in, and leaves a trace', async (format) => {
    const { staff } = await author();
    const exported = await staff.ask('exportQuestions', { params, query: { format, assessment } });
    expect(exported.status).toBe(200);
    const { questions, faults } = readBank(format, [{ text: exported.text }]);
    expect(faults).toEqual([]);
    expect(questions.length + Number(exported.headers['x-left-out'])).toBe(4);
    expect(audited()).toMatchObject([{ type: 'questions.exported', by: staff.staffId, data: { format } }]);
  });
});
