/** Something that is made only when a part of it is asked for: most messages put no question to the database, and making all of them each time costs one in a hundred. */
export const whenAsked = <T extends object>(make: () => T): T => {
  let made: T | undefined;
  const asked = (): T => {
    made ??= make();
    return made;
  };
  return new Proxy({} as T, { get: (_, name) => Reflect.get(asked(), name) });
};
