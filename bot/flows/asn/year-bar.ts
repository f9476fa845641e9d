/** So many blocks are a whole target. */
const blocks = 10;

/** Part of a whole as a bar of blocks, which stands beside the same in words; a block is full only when all of it is done. */
export const yearBar = (done: number, whole: number): string => {
  const full = whole <= 0 ? blocks : Math.min(blocks, Math.floor((done * blocks) / whole));
  return '▰'.repeat(full) + '▱'.repeat(blocks - full);
};
