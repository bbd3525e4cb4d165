/** What a file is taken along with at most (`functions/admin`): beyond it, staff narrow what they ask for. */
const aFile = 'a file of up to 10,000 rows';
const aReport = 'reads what is kept of the activity, up to 20,000 rows of each kind; what comes after is told';

/** What costs more at a million credits than at a thousand, up to a bound that stands in the code, and why that is as it should be. */
export const bounded: Readonly<Record<string, string>> = {
  exportLearners: aFile,
  exportCredits: aFile,
  exportPoints: 'looks at up to 50,000 awards for a file',
  exportCompletions: aFile,
  exportMail: aFile,
  exportAuditTrail: aFile,
  getOutcomes: aReport,
  exportOutcomes: aReport,
  listFreeTexts: aReport,
  exportFreeTexts: aReport,
};
