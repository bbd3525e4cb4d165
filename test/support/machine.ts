import { availableParallelism, cpus, totalmem } from 'node:os';

/** The machine that figures were measured on, without its name: `2 × Xeon, 23 GiB, linux x64, Node v24.21.0`. */
export const machine = (): string =>
  [
    `${availableParallelism()} × ${cpus()[0]?.model.trim() ?? 'unknown'}`,
    `${Math.round(totalmem() / 2 ** 30)} GiB`,
    `${process.platform} ${process.arch}`,
    `Node ${process.version}`,
  ].join(', ');
