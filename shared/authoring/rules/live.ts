import type { LearningFormat } from '../../domain/activity.ts';

/** Whether a format is held at a time, and not taken up at will. A series is held over months, each session for itself. */
export const isLive = (format: LearningFormat): boolean => format === 'live-activity' || format === 'internet-live';
