/** A command that proves something by running it, and the page that tells of its last recorded run. */
export interface ProofCommand {
  /** As npm has it behind `prove:`; its list of proofs is `test/prove/NAME/run.ts`. */
  readonly name: string;
  readonly tells: 'reliability' | 'security';
  readonly title: string;
  /** What it does, and what it would find. */
  readonly does: string;
}

export const proofCommands: readonly ProofCommand[] = [
  {
    ...{ name: 'faults', tells: 'reliability', title: 'Faults' },
    does: 'Journeys of several learners run through the real handlers, steps and state machine, on a store with DynamoDB’s semantics, while calls crash before and after they take effect, replies are lost, events come twice or late, services throttle and fail, clocks are skewed; here and there three calls in ten are throttled for ten minutes, or the mail service is down for five days, or mails come back and are complained of, which is told late and twice. Staff edit, withdraw, correct, revoke, award by hand, merge accounts, change and award many in batches and bring in files meanwhile; learners have accounts erased or think better of it, turn verification pages off and on, and are reminded. Then everything that was promised is looked at. Each single crash point and each pair of them is gone through as well, in a calm journey; and each single one where an attempt is failed and the certificate corrected and revoked, and where a certificate cannot be printed, so that its work is parked until the name is mended and staff take it up again, or no document can be kept for four days, so that it is tried until it is parked. So is each where the page is turned off and the account erased.',
  },
  {
    ...{ name: 'plants', tells: 'reliability', title: 'Planted bugs' },
    does: 'Bugs that were made in this field are put into the code one after another, to see whether the simulation finds them. A check that finds none of them would prove nothing.',
  },
  {
    ...{ name: 'mutations', tells: 'reliability', title: 'Mutations' },
    does: 'Stryker alters the rules, the code that awards, corrects and keeps the outbox, and the records, one place at a time, and runs the tests. Of each part, 85 in a hundred must be noticed; what no test notices survived.',
  },
  {
    ...{ name: 'kills', tells: 'reliability', title: 'Kills and power cuts' },
    does: 'The system as one command starts it is ended by `kill -9` under load, and by cuts that drop what was not synced to the disk, each `--shortest` to `--longest` milliseconds after it is ready: by default a random moment between 0.5 and 6.5 seconds. Everything that it had acknowledged must be there afterwards, once. A run of kills over the default of twelve minutes also fails below 250 kills or 20,000 acknowledged writes.',
  },
  {
    ...{ name: 'load', tells: 'reliability', title: 'Load' },
    does: 'Submissions come at a steady rate to the system as one command starts it. Each must have exactly one result. In the races 64 tabs submit one attempt at once, half of them with other answers, and later claim at once, half of them another amount: one result, one award and one certificate must come of it. `race` runs the real handlers on a table in memory whose calls overtake each other by the seed; `running-race` runs fewer, on the whole system.',
  },
  {
    ...{ name: 'herd', tells: 'reliability', title: 'A full lecture hall' },
    does: 'Ten thousand learners press submit within fifteen seconds, in a simulation where each call takes from the quotas of AWS’s services. None may be lost or refused. `unprepared` gives no more than the published quotas; how long learners wait there is measured, and no bar is set. `prepared` gives what `wallet preflight` asks for before such an event: a table warmed up for it, and more functions at once than the 1,000 of an account that asked for nothing, a quota that AWS raises on request. There each result must come within 30 seconds and each credit within five.',
  },
  {
    ...{ name: 'restore', tells: 'reliability', title: 'Bringing records back' },
    does: 'The records are exported, brought into an empty store, and compared: chains, totals and documents must be equal.',
  },
  {
    ...{ name: 'requests', tells: 'security', title: 'Requests' },
    does: 'Generated requests to every route, half of them honest and half with one thing wrong or many; to the 14 routes that print or sign documents, `claimCredit` and `approveChange` among them, 2 in 100 are honest, 400 of 20,000, and what is wrong with the others is mostly found before they print. Then every route asked by every kind of visitor for one’s own and another’s; requests from other sites; secrets laid out and looked for in every answer. No answer may be a 5xx, differ from the contract, or show what is not its reader’s.',
  },
  {
    ...{ name: 'injection', tells: 'security', title: 'Injection' },
    does: 'Texts that break out of HTML, mail, CSV, spreadsheets, PDF and logs are written into every field that takes text and looked for wherever it comes out: in files and answers, and on every screen of both sites in a real browser. None may be live there.',
  },
  {
    ...{ name: 'sign-in', tells: 'security', title: 'Sign-in' },
    does: 'Guessed codes, planted sessions, answers that are played again, mail scanners that open the links of every kind of mail, run scripts, press every button and post forms, also in a real browser, and the question who has an account.',
  },
  {
    ...{ name: 'documents', tells: 'security', title: 'Documents' },
    does: 'Names of every script are printed and read back, and some hundreds of the signed files checked by programs of others (qpdf, PDFBox Preflight, pdfsig); signed PDFs, credentials and ledgers are forged in thousands of ways, and the PDFs shown to the page that compares a file with a certificate. No glyph may be missing unnoticed, no forgery accepted.',
  },
];
