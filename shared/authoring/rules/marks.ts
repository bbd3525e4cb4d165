import { misusedMark } from './credit-marks.ts';
import { finding, type PublishingRule } from './rule.ts';
import { sources } from './sources.ts';
import { textsOf } from './texts.ts';

/** The marks of the bodies that give credit, in every text of the activity. */
export const markRules: readonly PublishingRule[] = [
  {
    id: 'ama-mark',
    source: sources.amaMark,
    severity: 'refuses',
    says: 'Every text that names the AMA’s credit uses the whole phrase AMA PRA Category 1 Credit™, and never says that it is applied for.',
    check: (content) =>
      textsOf(content).flatMap(({ field, text }) => {
        const misused = misusedMark(text);
        return misused
          ? [
              finding(
                field,
                `“${misused.words}” ${misused.because}.`,
                'Write “AMA PRA Category 1 Credit™”, “… Credits™” or “… Credit(s)™”, or leave the credit to the statements.',
              ),
            ]
          : [];
      }),
  },
];
