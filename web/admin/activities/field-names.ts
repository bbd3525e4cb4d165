/** What the fields of an activity file are called on the screen. */
export const fieldNames: Readonly<Record<string, string>> = {
  ...{ title: 'Title', summary: 'Summary', format: 'Format', formatDetail: 'Name of the format', provider: 'Provider' },
  ...{ jointProvider: 'Joint provider', accreditation: 'Accreditation', zone: 'Time zone', opens: 'Opens on' },
  ...{ closes: 'Closes on', reviewed: 'Last reviewed on', held: 'Held on', location: 'Place' },
  ...{ designated: 'Credit designated on', minutes: 'Minutes', medium: 'Medium', method: 'How to take part' },
  ...{ requirements: 'What is needed', privacy: 'Privacy', audience: 'Audience', objectives: 'Objectives' },
  ...{ faculty: 'Faculty', article: 'Course material', link: 'Link to the material', credits: 'Credit' },
  ...{
    moc: 'MOC points',
    statements: 'Statements',
    text: 'Wording',
    kind: 'Kind',
    options: 'Options',
    answer: 'Answer',
  },
  ...{ rationale: 'Rationale', pool: 'Pool', keepOrder: 'Order of options', questions: 'Questions', pools: 'Pools' },
  ...{ passMark: 'Passing score', attempts: 'Attempts', shuffle: 'Shuffling', feedback: 'Feedback' },
  ...{ timeLimitMinutes: 'Time limit', id: 'Id' },
  // Of a provider.
  ...{ name: 'Name', contact: 'E-mail address for learners’ questions', address: 'Address', signatory: 'Signature' },
  ...{ templates: 'Wordings', creditTypes: 'Kinds of credit', 'theme/colors': 'Colors', 'theme/logo': 'Logo' },
  ...{ 'theme/seal': 'Seal', 'theme/signatures': 'Signatures' },
};
