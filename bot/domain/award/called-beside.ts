/**
 * What a candidate is called where their office stands beside the name: the name of the ballot paper ends with the office, which
 * would be said twice.
 */
export const calledBeside = ({ name, unit }: { name: string; unit: string }): string => {
  const office = `, ${unit}`;
  return name.endsWith(office) ? name.slice(0, -office.length) : name;
};

/** What each is called in a list of names alone: two who would be alike keep what sets them apart on the paper. */
export const calledApart = (all: readonly { name: string; unit: string }[]): string[] => {
  const called = all.map(calledBeside);
  return all.map(({ name }, at) =>
    called.filter((one) => one === called[at]).length > 1 ? name : (called[at] ?? name),
  );
};
