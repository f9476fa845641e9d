import type { Laid } from './sheet.ts';

/** Something to be laid down at a height. */
export type Block = (y: number) => Laid;

/** Blocks one under the other with a gap between them; what takes no height takes no gap either. */
export const stack = (y: number, gap: number, blocks: readonly Block[]): Laid =>
  blocks.reduce<Laid>(
    (sofar, block) => {
      const start = sofar.height === 0 ? y : y + sofar.height + gap;
      const { marks, height } = block(start);
      return height === 0 ? sofar : { marks: [...sofar.marks, ...marks], height: start + height - y };
    },
    { marks: [], height: 0 },
  );
