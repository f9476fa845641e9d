/** Which letters the last messages were: news of a message may come before its letter is marked with it. */
export type Marks = {
  note: (message: string, letter: string | undefined) => void;
  of: (message: string) => string | undefined;
};

/** Later than so many messages news comes by the message itself, which is written down by then. */
const kept = 1_000;

export const createMarks = (): Marks => {
  const marks = new Map<string, string>();
  return {
    note: (message, letter) => {
      if (letter === undefined) return;
      marks.delete(message);
      marks.set(message, letter);
      if (marks.size > kept) marks.delete(marks.keys().next().value ?? message);
    },
    of: (message) => marks.get(message),
  };
};
