import { describe, expect, it } from 'vitest';
import { readActivityFiles } from '../../../infra/cli/activity-files.ts';
import { sampleAnswers, sampleFiles } from '../../../infra/cli/samples.ts';
import { grade } from '../../../shared/domain/assessment.ts';
import { offersFor } from '../../../shared/domain/claim.ts';

const { activities, problems } = await readActivityFiles(await sampleFiles());
const answers = await sampleAnswers();
const sample = (activityId: string) => {
  const found = activities.find(({ activity }) => activity.activityId === activityId);
  if (!found) throw new Error(`There is no sample ${activityId}`);
  return found.activity;
};

describe('the sample activities', () => {
  it('can all be published', () => {
    expect(problems).toEqual([]);
    expect(activities.length).toBeGreaterThanOrEqual(3);
  });

  it('are answered right by what `wallet samples --answers` prints', () => {
    for (const { activity, keys } of activities) {
      for (const assessment of activity.assessments) {
        const { assessmentId } = assessment;
        const chosen = answers[activity.activityId]?.[assessmentId] ?? {};
        expect(grade(assessment, keys[assessmentId] ?? {}, chosen), activity.activityId).toMatchObject({
          status: 'passed',
          score: 100,
        });
        expect(grade(assessment, keys[assessmentId] ?? {}, {})).toMatchObject({ score: 0 });
      }
    }
  });

  it('have an article with ten questions, a pass mark of 70 % and three attempts', () => {
    const { assessments, content } = sample('home-blood-pressure');
    expect(assessments).toMatchObject([{ kind: 'post-test', passMark: 70, attemptLimit: 3, shuffle: true }]);
    expect(assessments[0]?.questions).toHaveLength(10);
    expect(content.paragraphs.length).toBeGreaterThanOrEqual(8);
  });

  it('have a webinar whose attendees choose between verifying participation and a post-test', () => {
    const { assessments, heldOn, format } = sample('acute-agitation');
    expect(assessments.map(({ kind }) => kind)).toEqual(['participation-verification', 'post-test']);
    expect({ heldOn, format }).toEqual({ heldOn: '2026-09-17', format: 'internet-live' });
  });

  it('have one activity that awards each profession credit of its own', () => {
    const { credits } = sample('anticoagulant-safety');
    const types = (['physician', 'physician-assistant', 'nurse', 'pharmacist'] as const).map(
      (profession) => offersFor(credits, profession)[0]?.creditType,
    );
    expect(types).toEqual(['ama-pra-category-1', 'aapa-category-1', 'ancc-contact-hour', 'acpe-contact-hour']);
  });

  it('ask in every evaluation about competence or performance, and about bias, with questions of every kind', () => {
    for (const { activity } of activities) {
      const { questions } = activity.evaluation;
      expect(new Set(questions.map(({ kind }) => kind))).toEqual(new Set(['rating', 'single', 'multiple', 'text']));
      expect(new Set(questions.map(({ required }) => required))).toEqual(new Set([true, false]));
      const asked = questions.map(({ text }) => text).join(' ');
      expect(asked).toMatch(/increased my ability|improved my ability/);
      expect(asked).toMatch(/change/i);
      expect(asked).toMatch(/bias/);
    }
  });
});
