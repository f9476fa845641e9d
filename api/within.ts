/** What a task gives, or undefined after so many milliseconds; the task goes on. */
export const within = <T>(task: Promise<T>, milliseconds: number): Promise<T | undefined> =>
  new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, milliseconds, undefined);
    task.finally(() => clearTimeout(timer)).then(resolve, reject);
  });
