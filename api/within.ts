/** What a task gives, or undefined after so many milliseconds; the task goes on. */
export const within = async <T>(task: Promise<T>, milliseconds: number): Promise<T | undefined> => {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(resolve, milliseconds, undefined);
  });
  const first = await Promise.race([task, late]);
  clearTimeout(timer);
  return first;
};
