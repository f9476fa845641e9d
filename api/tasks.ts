/** Work that goes on behind an answer, so that ending can wait for it. Its faults were told where they arose. */
export type Tasks = { after: (task: Promise<unknown>) => void; settled: () => Promise<void> };

export const createTasks = (): Tasks => {
  const open = new Set<Promise<unknown>>();
  return {
    after: (task) => {
      const watched = task.catch(() => {}).finally(() => open.delete(watched));
      open.add(watched);
    },
    settled: async () => {
      while (open.size > 0) await Promise.allSettled(open);
    },
  };
};
