import { describe, expect, it } from 'vitest';
import { stages } from '../../shared/domain/participation.ts';
import { courseStatus, courseStatuses, filterCourses } from '../../web/learner/screens/course-status.ts';
import { csvOf } from '../../web/learner/screens/csv.ts';
import { historyCsv } from '../../web/learner/screens/history-csv.ts';

const course = (title: string, stage: (typeof stages)[number]) => ({
  activityId: 'a1',
  title,
  stage,
  startedAt: '2026-03-08T10:00:00.000Z',
});
const courses = [course('Home Blood Pressure', 'notified'), course('Blood Thinners', 'passed')];

describe('course history', () => {
  it('has words for every stage that a course can be in', () => {
    for (const stage of stages) expect(courseStatuses[courseStatus({ stage })]).toMatch(/\w/);
  });

  it('finds courses by status and by words of the title in any order', () => {
    const titles = (filter: { status: string | undefined; text: string }) =>
      filterCourses(courses, filter).map(({ title }) => title);
    expect(titles({ status: undefined, text: '' })).toHaveLength(2);
    expect(titles({ status: 'completed', text: '' })).toEqual(['Home Blood Pressure']);
    expect(titles({ status: undefined, text: 'pressure BLOOD' })).toEqual(['Home Blood Pressure']);
    expect(titles({ status: 'evaluation', text: 'pressure' })).toEqual([]);
  });

  it('shows all courses when the status in the address is none of ours', () => {
    expect(filterCourses(courses, { status: 'constructor', text: '' })).toHaveLength(2);
  });

  it('is kept as a file with a line a course and the certificate’s address', () => {
    const completed = {
      ...course('Home “Blood” Pressure, 1', 'issued'),
      completedOn: '2026-03-09',
      certificateId: 'c1',
    };
    expect(historyCsv([completed], 'https://wallet.example')).toBe(
      '\ufeff"Course","Status","Started on (UTC)","Completed on","Certificate"\r\n' +
        '"Home “Blood” Pressure, 1","Completed","2026-03-08","2026-03-09","https://wallet.example/c/c1"\r\n',
    );
  });
});

describe('a file for spreadsheets', () => {
  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1'])('never runs %j as a formula', (text) => {
    expect(csvOf([[text]])).toBe(`\ufeff"'${text}"\r\n`);
  });

  it('doubles quotes and keeps commas and line ends within their cell', () => {
    expect(csvOf([['a "b", c', 'd\ne']])).toBe('\ufeff"a ""b"", c","d\ne"\r\n');
  });
});
