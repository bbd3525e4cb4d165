import type { ActivityVersion, LearningFormat, TakingPart } from '../domain/activity.ts';

type Facts = Pick<ActivityVersion, 'format' | 'content' | 'assessments'>;

const mediums: Readonly<Partial<Record<LearningFormat, string>>> = {
  'live-activity': 'Live, in person',
  'internet-live': 'Live, on the internet',
  'regularly-scheduled-series': 'Live sessions of a series',
};

/** What must be passed, in words: `pass the Post-Test with 70 % or more, or pass the …`. */
const whatToPass = ({ assessments }: Facts): string =>
  assessments.map(({ title, passMark }) => `pass the ${title} with ${passMark} % or more`).join(', or ');

/** What is said of taking part where the file says nothing else: it is the same for every activity of this site. */
export const usualTakingPart = (facts: Facts): TakingPart => ({
  medium:
    mediums[facts.format] ??
    (facts.content.url === undefined ? 'Internet, an article to read' : 'Internet, material that this page links to'),
  method: `Go through the material, ${whatToPass(facts)}, complete the Course Evaluation, and claim your credit.`,
  requirements: 'A device with a current web browser and an internet connection. Certificates are PDF files.',
  privacy:
    'Your answers serve to award credit, and your evaluation to improve what is offered; nobody can look up who gave which evaluation. The page Privacy of your account says what is kept and why.',
});
