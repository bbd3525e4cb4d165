import { describe, expect, it } from 'vitest';
import {
  hasReached,
  listedAs,
  type Move,
  moveFrom,
  type Participation,
  type Stage,
  stages,
  taskList,
} from '../../../shared/domain/participation.ts';
import { isRefusal } from '../../../shared/domain/refusal.ts';
import { postTest, published, verification } from '../../support/activity.ts';
import { codesOf } from '../../support/refusals.ts';

const legal: Readonly<Record<Move, Partial<Record<Stage, Stage>>>> = {
  'start-attempt': { open: 'attempting', failed: 'attempting' },
  'submit-attempt': { attempting: 'grading' },
  'record-failure': { grading: 'failed' },
  'unlock-evaluation': { grading: 'passed' },
  'complete-evaluation': { passed: 'evaluated' },
  'claim-credit': { evaluated: 'claimed' },
  'award-by-hand': {
    ...{ open: 'claimed', attempting: 'claimed', failed: 'claimed', passed: 'claimed', evaluated: 'claimed' },
  },
  'award-credit': { claimed: 'awarded' },
  'issue-certificate': { awarded: 'issued' },
  'correct-certificate': { awarded: 'awarded', issued: 'awarded', notified: 'awarded' },
  notify: { issued: 'notified' },
};
const everyMove = Object.keys(legal) as Move[];
const whyNot: Readonly<Record<Stage, string>> = {
  open: 'not-started',
  attempting: 'attempt-in-progress',
  grading: 'attempt-in-grading',
  failed: 'not-passed',
  passed: 'evaluation-required',
  evaluated: 'claim-required',
  claimed: 'already-claimed',
  awarded: 'already-awarded',
  issued: 'already-awarded',
  notified: 'already-awarded',
};

describe('the stages of a participation', () => {
  it.each(everyMove)('allow “%s” where it belongs and refuse it everywhere else, saying why', (move) => {
    for (const stage of stages) {
      const decision = moveFrom(stage, move);
      const to = legal[move][stage];
      if (to) expect(decision, `${move} from ${stage}`).toBe(to);
      else expect(decision, `${move} from ${stage}`).toBeRefusedFor(whyNot[stage]);
    }
  });

  it('can be gone through in one way only, from open to notified, and a pass is never taken back; only a correction issues again, and only staff skip what is missing', () => {
    for (const stage of stages.slice(stages.indexOf('passed'))) {
      const onward = everyMove
        .filter((move) => move !== 'correct-certificate' && move !== 'award-by-hand')
        .map((move) => moveFrom(stage, move))
        .filter((decision) => !isRefusal(decision));
      expect(onward).toEqual(stages.slice(stages.indexOf(stage) + 1).slice(0, 1));
    }
  });

  it('count as reached from there on, and a failure is no pass', () => {
    expect(hasReached('failed', 'passed')).toBe(false);
    expect(hasReached('passed', 'passed')).toBe(true);
    expect(hasReached('notified', 'claimed')).toBe(true);
    expect(hasReached('open', 'attempting')).toBe(false);
  });
});

const now = '2026-03-09T04:30:00.000Z';
const at = (stage: Stage, more: Partial<Participation> = {}): Participation => ({
  ...{ learnerId: 'l', activityId: 'hand-hygiene', cycle: 1, title: 'T', startedAt: now, stage, attempts: {} },
  ...more,
});
const listOf = (participation: Participation | undefined, overrides = {}, when = now) =>
  Object.fromEntries(
    taskList(published(overrides), participation, when).map((state) => [
      state.task,
      [state.status, ...codesOf(state)].join(' '),
    ]),
  );

describe('the task list', () => {
  it.each([
    ['open', 'ready', 'locked not-started', 'locked not-started', 'locked not-started'],
    ['failed', 'ready', 'locked not-passed', 'locked not-passed', 'locked not-passed'],
    [
      ...(['attempting', 'in-progress attempt-in-progress'] as const),
      ...(['locked attempt-in-progress', 'locked attempt-in-progress', 'locked attempt-in-progress'] as const),
    ],
    [
      ...(['grading', 'in-progress attempt-in-grading'] as const),
      ...(['locked attempt-in-grading', 'locked attempt-in-grading', 'locked attempt-in-grading'] as const),
    ],
    ['passed', 'completed', 'ready', 'locked evaluation-required', 'locked evaluation-required'],
    ['evaluated', 'completed', 'completed', 'ready', 'locked claim-required'],
    ['claimed', 'completed', 'completed', 'completed', 'in-progress issuing'],
    ['awarded', 'completed', 'completed', 'completed', 'in-progress issuing'],
    ['issued', 'completed', 'completed', 'completed', 'completed'],
    ['notified', 'completed', 'completed', 'completed', 'completed'],
  ] as const)('at the stage %s says what is done, what is next, and why the rest is locked', (stage, ...expected) => {
    const [test, evaluation, claim, certificate] = expected;
    expect(listOf(at(stage))).toEqual({ 'post-test': test, evaluation, claim, certificate });
  });

  it('is that of the stage open before anything was begun', () => {
    expect(listOf(undefined)).toEqual(listOf(at('open')));
  });

  it('has at most one task that is ready or under way, at every stage, so that it is clear what comes next', () => {
    for (const stage of stages) {
      const open = taskList(published(), at(stage), now).filter(
        ({ status }) => status === 'ready' || status === 'in-progress',
      );
      expect(open.length, stage).toBe(hasReached(stage, 'issued') ? 0 : 1);
    }
  });

  it('locks the post-test when the activity has closed, but nothing that was begun in time', () => {
    const afterwards = '2029-06-01T00:00:00.000Z';
    expect(listOf(undefined, {}, afterwards)['post-test']).toBe('locked activity-closed');
    expect(listOf(at('attempting'), {}, afterwards)['post-test']).toMatch(/^in-progress/);
    expect(listOf(at('passed'), {}, afterwards).evaluation).toBe('ready');
    expect(listOf(at('evaluated'), {}, afterwards).claim).toBe('ready');
  });

  it('locks the post-test when every way to pass is used up, and not before', () => {
    const attempts = { 'post-test': 3 };
    expect(listOf(at('failed', { attempts }), { assessments: [postTest()] })['post-test']).toBe(
      'locked no-attempts-left',
    );
    expect(listOf(at('failed', { attempts }), { assessments: [postTest(), verification()] })['post-test']).toBe(
      'ready',
    );
  });

  it('sends nobody to another attempt where none is left, or the activity has closed', () => {
    const remediesOf = (state: Participation | undefined, overrides: object, when = now) =>
      taskList(published(overrides), state, when).map(({ reasons }) => reasons[0]?.remedy);
    const used = remediesOf(at('failed', { attempts: { 'post-test': 3 } }), { assessments: [postTest()] });
    expect(new Set(used)).toEqual(new Set(['Ask the provider of the activity whether another attempt can be given.']));
    const late = remediesOf(undefined, {}, '2029-06-01T00:00:00.000Z');
    expect(new Set(late).size).toBe(1);
    expect(late[1]).not.toContain('Start an attempt');
  });

  it('says that staff look at a certificate that cannot be printed', () => {
    const parked = { step: 'render-certificate', reason: 'No glyph', at: now };
    expect(listOf(at('awarded', { parked })).certificate).toBe('in-progress parked');
  });

  it('says of a grading that staff look at, that the result waits, and promises no certificate', () => {
    const parked = { step: 'grade-attempt', reason: 'No key', at: now };
    expect(listOf(at('grading', { parked }))).toMatchObject({
      'post-test': 'in-progress parked',
      certificate: 'locked attempt-in-grading',
    });
  });
});

describe('a participation in the list of its activity', () => {
  const began: Participation = {
    ...{ learnerId: 'l', activityId: 'a', cycle: 1, title: 'T', startedAt: '2026-03-01T00:00:00.000Z' },
    ...{ stage: 'failed', attempts: { 'post-test': 2, verification: 1 } },
  };
  const shown = { learnerId: 'l', startedAt: began.startedAt, at: now, parked: false, attempts: 3 };

  it('shows where somebody stands who is waited for, and how often they tried', () => {
    expect(listedAs(began, now)).toEqual({ ...shown, stage: 'failed' });
    expect(listedAs({ ...began, attempts: {} }, now)?.attempts).toBe(0);
  });

  it('shows the score, the day, what was claimed and the certificate, as far as there are any', () => {
    const earned = {
      score: 0,
      completedOn: '2026-03-09',
      claims: [{ creditType: 'ipce', amount: 50 }],
      certificateId: 'c',
    };
    expect(listedAs({ ...began, ...earned, stage: 'issued' }, now)).toEqual({ ...shown, ...earned, stage: 'issued' });
  });

  it('changes where somebody is waited for, or staff must look, and not at each move between', () => {
    const listed = stages.filter((stage) => listedAs({ ...began, stage }, now) !== undefined);
    expect(listed).toEqual(['failed', 'passed', 'evaluated', 'issued']);
    const parked = { step: 'award-credit', reason: 'No rule', at: now };
    for (const stage of stages)
      expect(listedAs({ ...began, stage, parked }, now)).toMatchObject({ stage, parked: true });
  });
});
