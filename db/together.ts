/** One call that waits for its turn to go. */
type Waiting<In, Out> = { what: In; resolve: (came: Out) => void; reject: (fault: unknown) => void };

/** The first of each name, and what is left. */
const firstOfEach = <W>(waiting: readonly W[], nameOf: (one: W) => unknown, most: number): [W[], W[]] => {
  const names = new Set<unknown>();
  const now: W[] = [];
  const later: W[] = [];
  for (const one of waiting) {
    const name = nameOf(one);
    const goes = now.length < most && !names.has(name);
    names.add(name);
    (goes ? now : later).push(one);
  }
  return [now, later];
};

/**
 * Calls that come while one is under way wait for it and then go together, at most `most` and one of each name: nobody
 * waits for company, unless for so many milliseconds (`linger`), and the busier it is the less each costs. When going
 * together fails each goes alone, so that one bad call spoils no other.
 */
export const createTogether = <In, Out>({
  all,
  alone,
  nameOf,
  most,
  linger = 0,
}: {
  all: (many: readonly In[]) => Promise<readonly Out[]>;
  alone: (one: In) => Promise<Out>;
  nameOf: (one: In) => unknown;
  most: number;
  linger?: number;
}): ((what: In) => Promise<Out>) => {
  let waiting: Waiting<In, Out>[] = [];
  let underWay = false;

  const goAlone = ({ what, resolve, reject }: Waiting<In, Out>) => alone(what).then(resolve, reject);

  const goTogether = async (group: readonly Waiting<In, Out>[]): Promise<void> => {
    try {
      const came = await all(group.map(({ what }) => what));
      for (const [i, { resolve }] of group.entries()) resolve(came[i] as Out);
    } catch {
      await Promise.all(group.map(goAlone));
    }
  };

  const go = async () => {
    underWay = true;
    while (waiting.length > 0) {
      if (linger > 0) await new Promise((resolve) => setTimeout(resolve, linger));
      const [now, later] = firstOfEach(waiting, ({ what }) => nameOf(what), most);
      waiting = later;
      const [only, another] = now;
      await (only && !another ? goAlone(only) : goTogether(now));
    }
    underWay = false;
  };

  return (what) =>
    new Promise((resolve, reject) => {
      waiting.push({ what, resolve, reject });
      if (!underWay) void go();
    });
};
