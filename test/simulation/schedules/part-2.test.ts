import { playSchedules } from './play-schedules.ts';

playSchedules(2, 2);
